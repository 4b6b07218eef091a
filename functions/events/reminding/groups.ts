import type { YearlyDuty } from '#domain/post-award/duty';

interface Placed {
  readonly duty: YearlyDuty;
  readonly place: string;
}

/** Duties that are looked after together, and the place of the last of them. */
interface Group {
  readonly duties: YearlyDuty[];
  readonly place: string;
}

const belongs = (a: YearlyDuty, b: YearlyDuty) =>
  a.party === b.party && (a.party === 'office' || (a.ownerId === b.ownerId && a.remindOn === b.remindOn));

/** Neighbours of one recipient as one group; at most so many, and never more than one group in memory. */
export async function* groupsOf(duties: AsyncIterable<Placed>, most: number): AsyncGenerator<Group> {
  let group: YearlyDuty[] = [];
  let last = '';
  for await (const { duty, place } of duties) {
    const [first] = group;
    if (first && (!belongs(first, duty) || group.length === most)) {
      yield { duties: group, place: last };
      group = [];
    }
    group.push(duty);
    last = place;
  }
  if (group.length > 0) yield { duties: group, place: last };
}

/** So many at a time. */
export async function* atOnce<T>(items: AsyncIterable<T>, many: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < many) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
