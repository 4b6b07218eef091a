import type { Application } from '#domain/application/application';
import type { CivilDate } from '#domain/record';
import { lockFor, retainUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';

/** Follows a list to its end. */
async function wholeOf<T>(
  read: (cursor: string | undefined) => Promise<{ items: T[]; cursor?: string }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}

/** Until when an application of theirs is kept by A29; nothing keeps one that was never handed in. */
export async function keptUntil(of: Application, deps: Deps): Promise<CivilDate | undefined> {
  if (!of.receipt || of.disposed) return undefined;
  const ties = await deps.ties.of(of, await deps.ties.openCases(of.programmeId));
  return lockFor(retainUntil(await deps.cycles.get(of.cycleId)), ties).until;
}

/** What the system holds of a person, wherever it is. */
export async function holdingsOf(personId: string, deps: Deps) {
  const limit = 100;
  const applications = await wholeOf((cursor) => deps.applications.ofPerson(personId, { limit, cursor }));
  const shared = await wholeOf((cursor) => deps.applications.sharedWith(personId, { limit, cursor }));
  const reviews = await wholeOf((cursor) => deps.reviews.ofAssessor(personId, { limit, cursor }));
  const cycles = await Promise.all([...new Set(reviews.map((r) => r.cycleId))].map((id) => deps.cycles.get(id)));
  const own = await Promise.all(applications.map((a) => keptUntil(a, deps)));
  return {
    ...{ applications, shared, reviews },
    /** Until when the law keeps each of them, in the order of the applications. */
    keptApplications: own,
    kept: [...own.filter((day) => day !== undefined), ...cycles.map(retainUntil)],
  };
}
