import type { Cycle } from '#domain/cycle/cycle';
import type { CycleList } from '#domain/list/list';
import type { Notice, NoticeKind } from '#domain/public-notice/notice';
import type { Deps } from '#functions/runtime/deps';

/** What must be known before a notice is ordered. */
export async function standingFor(cycle: Cycle, kind: NoticeKind, deps: Deps) {
  const programme = await deps.programmes.get(cycle.programmeId);
  const earlier: Notice[] = await Array.fromAsync(deps.notices.ofCycle(cycle.cycleId, kind));
  const lists: CycleList[] = [];
  for (const { listId, status } of earlier)
    if (status === 'published' || status === 'superseded') lists.push(await deps.lists.head(listId));
  return { cycle, programme, earlier, lists };
}
