import { markup, type Markup } from './markup.ts';
import { both } from './wording.ts';

/** How many rows a page shows: `?limit=`, 50 when it is absent or no sensible number. */
export function limitOf(query: URLSearchParams, usual = 50): number {
  const asked = Number(query.get('limit') ?? usual);
  return Number.isInteger(asked) && asked >= 1 && asked <= 200 ? asked : usual;
}

/** A position as it travels in an address. */
export const cursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position in `?after=`; undefined where there is none or none that can be read. */
export function positionIn(query: URLSearchParams): unknown {
  try {
    return JSON.parse(Buffer.from(query.get('after') ?? '', 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** The ways to the first and the next page; the filter that the query holds stays. */
export function turns(query: URLSearchParams, next: string | undefined): Markup {
  const isFirst = !query.has('after');
  if (isFirst && next === undefined) return markup``;
  return markup`<p class="turns">
    ${!isFirst && markup`<a href="${addressed(query, undefined)}">⇤ ${both('第一页', 'first page')}</a>`}
    ${next !== undefined && markup`<a rel="next" href="${addressed(query, next)}">${both('下一页', 'next page')} →</a>`}
  </p>`;
}

function addressed(query: URLSearchParams, after: string | undefined): string {
  const address = new URLSearchParams(query);
  address.delete('after');
  if (after !== undefined) address.set('after', after);
  return `?${address}`;
}
