import type { Millis } from '../contracts.ts';
import { markup, type Content, type Markup } from './markup.ts';

/** Chinese first, English beside it. */
export const both = (zh: string, en: string): Markup => markup`${zh} <span class="en" lang="en">${en}</span>`;

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A time as the award's people read it: in Asia/Shanghai. With an offset the browser lets it run on. */
export function instant(at: Millis | undefined, running?: { id: string; offset: Millis }): Markup {
  if (at === undefined) return markup`<span class="none">—</span>`;
  const own = running && markup` id="${running.id}" data-offset="${running.offset}"`;
  return markup`<time datetime="${new Date(at).toISOString()}"${own}>${shanghai.format(at)}</time>`;
}

/** How far the award clock is ahead of the machine's. */
export function ahead(offset: Millis): Markup {
  const minutes = Math.round(offset / 60_000);
  if (minutes === 0) return both('与本机时间一致', "the machine's own time");
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const rest = minutes % 60;
  const zh = [days && `${days} 天`, hours && `${hours} 小时`, !days && rest && `${rest} 分`];
  const en = [days && `${days} d`, hours && `${hours} h`, !days && rest && `${rest} min`];
  return both(`比本机快 ${zh.filter(Boolean).join(' ')}`, `ahead by ${en.filter(Boolean).join(' ')}`);
}

/** 1536 → 1.5 KB */
export function size(bytes: number): string {
  const steps = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(steps.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${steps[step]}`;
}

/** Names without the beginning that all of them share, up to a hyphen. */
export function shortener(names: readonly string[]): (name: string) => string {
  const [first = '', ...others] = names;
  let shared = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, shared))) shared -= 1;
  const length = others.length === 0 ? 0 : first.slice(0, shared).lastIndexOf('-') + 1;
  const prefix = first.slice(0, length);
  return (name) => (name.startsWith(prefix) ? name.slice(length) : name);
}

/** What an ARN ends with. */
export const lastOf = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** Data as people read it; JSON inside of strings is unfolded. */
export const pretty = (value: unknown): Markup =>
  markup`<pre class="data">${JSON.stringify(unfolded(value), null, 2) ?? '—'}</pre>`;

function unfolded(value: unknown): unknown {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      return unfolded(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(unfolded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unfolded(inner)]));
}

/** A table that scrolls by itself on a narrow screen. `empty` stands there when it has no rows. */
export function table(heads: readonly Content[], rows: readonly (readonly Content[])[], empty?: Markup): Markup {
  if (rows.length === 0) return markup`<p class="empty">${empty ?? both('暂无内容', 'nothing here yet')}</p>`;
  return markup`<div class="scroll"><table>
    <thead><tr>${heads.map((head) => markup`<th>${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
