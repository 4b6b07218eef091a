import * as z from 'zod';
import { systemActor } from '#domain/actor';
import type { Winner } from '#domain/approval/winner';
import type { YearlyRules } from '#domain/post-award/open-yearly';
import { usualRules, yearlyDutiesOf } from '#domain/post-award/open-yearly';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), year: z.int(), cursor: z.string().nullable() });

/** A minute is what a step has: four saves for a winner at most, eight winners at once. */
const atATime = 100;
const atOnce = 8;

async function openFor(winner: Winner, year: number, rules: YearlyRules, deps: Deps): Promise<number> {
  let opened = 0;
  for (const outcome of yearlyDutiesOf(winner, year, rules, { actor: systemActor, now: deps.now() })) {
    try {
      await deps.duties.save(outcome);
      opened += 1;
    } catch (error) {
      // Opened before: it stays as it is.
      if (!(error instanceof Refused) || error.code !== 'record.exists') throw error;
    }
  }
  return opened;
}

/**
 * Opens the year's duties of a page of all winners, of every programme. The next year is marked first, so that a 1
 * January on which nothing ran is caught up by the daily sweep; the year's own mark goes with its last page.
 */
export const handler = step(input, async ({ input: { year, cursor }, deps }) => {
  if (!cursor) await deps.due.markYear(year + 1);
  const rules = new Map<string, Promise<YearlyRules>>([['', Promise.resolve(usualRules)]]);
  const rulesOf = ({ cycleId }: Winner) => {
    const known = rules.get(cycleId) ?? deps.cycles.get(cycleId).then((cycle) => cycle.rules);
    rules.set(cycleId, known);
    return known;
  };
  const page = await deps.winners.everyone({ limit: atATime, cursor: cursor ?? undefined });
  let opened = 0;
  for (let i = 0; i < page.items.length; i += atOnce) {
    const some = page.items.slice(i, i + atOnce);
    const counts = await Promise.all(some.map(async (w) => openFor(w, year, await rulesOf(w), deps)));
    opened += counts.reduce((sum, n) => sum + n, 0);
  }
  if (!page.cursor) await deps.due.unmarkYear(year);
  return { opened, ...(page.cursor && { cursor: page.cursor }) };
});
