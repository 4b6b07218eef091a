import type { Assessor } from '#domain/assessor/assessor';
import type { Doubt } from '#domain/assessor/doubts';
import { doubtsAbout, raising } from '#domain/assessor/doubts';
import { dateAt } from '#domain/calendar/civil';
import type { Outcome } from '#domain/record';
import type { Deps } from '#functions/runtime/deps';

/** The change of an entry, with what it says of the cases that its person reviews. */
export async function withDoubts(outcome: Outcome<Assessor>, deps: Deps): Promise<Outcome<Assessor>> {
  const { personId } = outcome.next;
  if (!personId) return outcome;
  const cases = await deps.applications.asTheyAre(await deps.reviews.allCasesOf(personId));
  const doubts = await Promise.all(
    cases.map(async (of): Promise<Doubt[]> => {
      const { rules } = await deps.cycles.get(of.cycleId);
      return doubtsAbout(outcome.next, of, rules, dateAt(deps.now()));
    }),
  );
  return raising(outcome, doubts.flat());
}
