import type { Cycle } from '#domain/cycle/cycle';
import type { CycleList } from '#domain/list/list';
import type { Comparison } from '#domain/recomputation/comparison';
import type { RecomputedCase } from '#domain/recomputation/recompute-case';
import { recomputeCase } from '#domain/recomputation/recompute-case';
import { recomputeList, recomputeMeeting } from '#domain/recomputation/recompute-list';
import type { CriteriaKind, Edition } from '#domain/review/criteria/edition';
import { applications } from '#functions/store/applications';
import { conflicts } from '#functions/store/conflicts';
import { cycles } from '#functions/store/cycles';
import { editions } from '#functions/store/editions';
import { lists } from '#functions/store/lists';
import { meetings } from '#functions/store/meetings';
import { programmes } from '#functions/store/programmes';
import { reviews } from '#functions/store/reviews';
import type { Table } from '#functions/store/table';

const atATime = 16;

/** Every cycle of the table that was announced. */
export async function* announcedCycles(table: Table): AsyncGenerator<Cycle> {
  let cursor: string | undefined;
  do {
    const page = await programmes(table).list({ cursor });
    for (const { programmeId } of page.items)
      for (const cycle of await cycles(table).others(programmeId)) if (cycle.status !== 'draft') yield cycle;
    cursor = page.cursor;
  } while (cursor);
}

/** Computes all numbers of a cycle again from the records of a table, which is only read. */
export async function recomputeCycle(table: Table, cycle: Cycle): Promise<Comparison[]> {
  const { cycleId, rules } = cycle;
  const ofKind = (kind: CycleList['kind']) => Array.fromAsync(lists(table).ofKind(cycleId, kind));
  const [shortlists, recommended] = [await ofKind('shortlist'), await ofKind('recommendedList')];
  const ranking = [...shortlists, ...recommended];
  const named = new Map<CriteriaKind, Promise<Edition>>();
  const cases = new Map<string, RecomputedCase>();
  let cursor: string | undefined;
  do {
    const page = await applications(table).ofCycle(cycleId, { limit: atATime, cursor });
    const reviewed = page.items.filter((a) => a.panel || a.materialReview);
    for (const again of await Promise.all(
      reviewed.map(async (application) => {
        const { applicationId, kind } = application;
        const criteria = named.get(kind) ?? editions(table).ofCycle(cycle, kind);
        named.set(kind, criteria);
        return recomputeCase(
          {
            application,
            sheets: await reviews(table).of(applicationId),
            formerReports: await conflicts(table).formerReports(applicationId),
            formerVisits: await conflicts(table).formerVisits(applicationId),
            criteria: await criteria,
          },
          ranking,
          rules,
        );
      }),
    ))
      cases.set(again.applicationId, again);
    cursor = page.cursor;
  } while (cursor);
  const plenary = await Array.fromAsync(meetings(table).allOfCycle(cycleId));
  return [
    ...[...cases.values()].flatMap((c) => c.comparisons),
    ...ranking.flatMap((list) => recomputeList(list, cases)),
    ...plenary.flatMap((meeting) => recomputeMeeting(meeting, recommended, cases)),
  ];
}
