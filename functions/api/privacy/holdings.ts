import type { Application } from '#domain/application/application';
import type { CivilDate } from '#domain/record';
import { keptUntil as filedUntil, lockFor, retainUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

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

/** What came of the awards that the person acts for: the entry of the roll, what is owed, what was paid, a ban. */
async function awardsOf(personId: string, applications: readonly Application[], deps: Deps) {
  const duties = await wholeOf((cursor) => deps.duties.ofPerson(personId, { limit: 100, cursor }));
  const numbers = [
    ...applications.map((a) => a.awarding?.certificateNumber),
    ...duties.map((d) => d.certificateNumber),
  ];
  const winners = await Promise.all(
    [...new Set(numbers)].map((number) => (number ? deps.winners.find(number) : undefined)),
  );
  return Promise.all(
    winners
      .filter((winner) => winner !== undefined)
      .map(async (winner) => {
        const { certificateNumber, programmeId, identifier, cycleId } = winner;
        const rules = await pinnedRules(cycleId, deps);
        const own = duties.filter((d) => d.certificateNumber === certificateNumber);
        return {
          winner,
          duties: own,
          bonus: await deps.bonuses.find(certificateNumber),
          ban: await deps.bans.find(programmeId, identifier),
          /** Until when reports of single years are kept, which are filed after the application was. */
          kept: own.flatMap(({ done, disposed }) => (done && !disposed ? [filedUntil(done.at, rules)] : [])),
        };
      }),
  );
}

/** What the system holds of a person, wherever it is. */
export async function holdingsOf(personId: string, deps: Deps) {
  const limit = 100;
  const applications = await wholeOf((cursor) => deps.applications.ofPerson(personId, { limit, cursor }));
  const shared = await wholeOf((cursor) => deps.applications.sharedWith(personId, { limit, cursor }));
  const reviews = await wholeOf((cursor) => deps.reviews.ofAssessor(personId, { limit, cursor }));
  const cycles = await Promise.all([...new Set(reviews.map((r) => r.cycleId))].map((id) => deps.cycles.get(id)));
  const own = await Promise.all(applications.map((a) => keptUntil(a, deps)));
  const awards = await awardsOf(personId, applications, deps);
  return {
    ...{ applications, shared, reviews, awards },
    /** Until when the law keeps each of them, in the order of the applications. */
    keptApplications: own,
    kept: [...own.filter((day) => day !== undefined), ...cycles.map(retainUntil), ...awards.flatMap((a) => a.kept)],
  };
}
