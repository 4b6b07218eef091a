import type { CycleList } from '../list/list.ts';
import { inGroups } from '../ranking/in-groups.ts';
import type { Meeting } from '../vote/meeting.ts';
import type { Comparison } from './comparison.ts';
import type { RecomputedCase } from './recompute-case.ts';

type Cases = ReadonlyMap<string, RecomputedCase>;

/** Rank and tie of each application among those of its kind on the list. */
function ranksOf(list: CycleList, cases: Cases): Map<string, { rank: number; tied: boolean }> {
  const scored = list.entries.flatMap(({ applicationId }) => {
    const found = cases.get(applicationId);
    const score = found?.scores.get(list.listId);
    return found && score !== undefined ? [{ applicationId, kind: found.kind, score }] : [];
  });
  const ranks = new Map<string, { rank: number; tied: boolean }>();
  for (const kind of ['organisation', 'individual'] as const) {
    let rank = 1;
    for (const group of inGroups(scored.filter((s) => s.kind === kind))) {
      for (const { applicationId } of group) ranks.set(applicationId, { rank, tied: group.length > 1 });
      rank += group.length;
    }
  }
  return ranks;
}

/** The scores, ranks and ties of a shortlist or a recommended list, from its cases computed again (A17, A20). */
export function recomputeList(list: CycleList, cases: Cases): Comparison[] {
  const ranks = ranksOf(list, cases);
  return list.entries.flatMap(({ applicationId, scoreMilli, compositeMilli, rank, tied }) => {
    const found = cases.get(applicationId);
    const of = found?.code ?? applicationId;
    const again = ranks.get(applicationId);
    const [name, stored] =
      list.kind === 'recommendedList' ? ['compositeMilli', compositeMilli] : ['scoreMilli', scoreMilli];
    return [
      { of, number: `${list.kind}.${name}`, stored, again: found?.scores.get(list.listId) },
      { of, number: `${list.kind}.rank`, stored: rank, again: again?.rank },
      { of, number: `${list.kind}.tied`, stored: tied, again: again?.tied },
    ];
  });
}

/** The scores by which a meeting of the committee puts equal votes in order (D5). `lists` are recommended lists. */
export const recomputeMeeting = (
  { candidates, startsAt }: Meeting,
  lists: readonly CycleList[],
  cases: Cases,
): Comparison[] =>
  candidates.map(({ applicationId, compositeMilli }) => {
    // The latest before it: a case that was brought back is on two lists (D26).
    const list = lists.findLast(
      (l) => l.at <= startsAt && l.entries.some((e) => e.applicationId === applicationId && e.outcome === 'in'),
    );
    const found = cases.get(applicationId);
    return {
      of: found?.code ?? applicationId,
      number: 'meeting.compositeMilli',
      stored: compositeMilli,
      again: list && found?.scores.get(list.listId),
    };
  });
