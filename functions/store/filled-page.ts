import type { Page, PageRequest } from './records.ts';

/** As the index pages when nothing is said. */
const usual = 50;

/**
 * A page of what its reader may know of, filled up to its limit: a page that falls short would tell that something is
 * kept from them.
 */
export async function filledPage<T>(
  read: (asked: PageRequest) => Promise<Page<T>>,
  { limit = usual, cursor }: PageRequest,
  mayKnow: (item: T) => boolean,
): Promise<Page<T>> {
  const items: T[] = [];
  let next = cursor;
  do {
    const more = await read({ limit: limit - items.length, cursor: next });
    items.push(...more.items.filter(mayKnow));
    next = more.cursor;
  } while (next && items.length < limit);
  return { items, ...(next && { cursor: next }) };
}
