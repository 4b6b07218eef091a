import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { dateAt, yearOf } from '#domain/calendar/civil';
import type { Cycle } from '#domain/cycle/cycle';
import type { CivilDate } from '#domain/record';
import type { AppraisalEntry } from '#domain/retention/appraisal';
import { cyclePapersEntry, drawUp, entryOf, isDue } from '#domain/retention/draw-up';
import type { Deps } from '#functions/runtime/deps';
import { step } from '#functions/runtime/step';
import { afterAwardEntries } from './disposal/after-award.ts';

const input = z.object({ schemaVersion: z.literal(1), scheduledTime: z.iso.datetime({ offset: true }) });

async function programmeIds(deps: Deps): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.programmes.list({ limit: 100, cursor });
    ids.push(...page.items.map((p) => p.programmeId));
    cursor = page.cursor;
  } while (cursor);
  return ids;
}

async function entriesOf(cycle: Cycle, open: ReadonlySet<string>, today: CivilDate, deps: Deps) {
  const entries: AppraisalEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.applications.ofCycle(cycle.cycleId, { limit: 100, cursor });
    for (const application of page.items) {
      const entry = entryOf(application, cycle, await deps.ties.of(application, open), today);
      if (entry) entries.push(entry);
    }
    cursor = page.cursor;
  } while (cursor);
  const papers = cyclePapersEntry(
    cycle,
    entries.some((e) => e.kept === 'openCase'),
    today,
  );
  return papers ? [...entries, papers] : entries;
}

/** Each January: lists what of every cycle may be disposed of, its retention being over (A29, D13). */
export const handler = step(input, async ({ input: { scheduledTime }, deps }) => {
  const today = dateAt(new Date(scheduledTime).toISOString());
  let drawn = 0;
  for (const programmeId of await programmeIds(deps)) {
    const due = (await deps.cycles.others(programmeId)).filter((cycle) => isDue(cycle, today));
    const open = await deps.ties.openCases(programmeId);
    const drawUpOf = async (about: Parameters<typeof drawUp>[0], entries: readonly AppraisalEntry[]) => {
      for (const outcome of drawUp(about, yearOf(today), entries, { actor: systemActor, now: deps.now() })) {
        if (await deps.appraisals.find(outcome.next.appraisalId)) continue;
        await deps.appraisals.save(outcome);
        drawn += 1;
      }
    };
    for (const cycle of due) await drawUpOf(cycle, await entriesOf(cycle, open, today, deps));
    const afterwards = { programmeId, cycleId: '', title: '获奖后(年度自评报告、巡查、撤销)' };
    await drawUpOf(afterwards, await afterAwardEntries(programmeId, open, today, deps));
  }
  return { drawn };
});
