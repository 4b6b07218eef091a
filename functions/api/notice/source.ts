import type { Application } from '#domain/application/application';
import type { Cycle } from '#domain/cycle/cycle';
import type { CycleList } from '#domain/list/list';
import { listKindOf } from '#domain/public-notice/draft';
import type { NoticeKind } from '#domain/public-notice/notice';
import type { Deps } from '#functions/runtime/deps';

/** What preview and publication are both made of, so that what is published is what was shown. */
export async function sourceOf(cycle: Cycle, kind: NoticeKind, deps: Deps) {
  const earlier: CycleList[] = [];
  for await (const list of deps.lists.ofKind(cycle.cycleId, listKindOf[kind])) earlier.push(list);
  const applications: Application[] = [];
  for await (const application of deps.applications.inStage(cycle.cycleId, kind)) applications.push(application);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  return { kind, applications, earlier, calendars };
}
