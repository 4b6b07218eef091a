import type { Application } from '#domain/application/application';
import { previewedStages } from '#domain/public-notice/draft';
import type { NoticeKind } from '#domain/public-notice/notice';
import type { Deps } from '#functions/runtime/deps';

/** A page of the applications that a preview looks at, stage after stage; the cursor says in which it goes on. */
export async function previewPage(
  {
    cycleId,
    kind,
    limit,
    cursor = '',
  }: { cycleId: string; kind: NoticeKind; limit: number; cursor?: string | undefined },
  deps: Deps,
): Promise<{ items: Application[]; cursor?: string }> {
  const stages = previewedStages[kind];
  const [from = '', inStage] = cursor.split('~');
  let at = Math.max(
    0,
    stages.findIndex((stage) => stage === from),
  );
  let within = inStage || undefined;
  const items: Application[] = [];
  for (; at < stages.length; at += 1) {
    const page = await deps.applications.ofCycle(cycleId, { limit: limit - items.length, cursor: within }, stages[at]);
    items.push(...page.items);
    if (page.cursor) return { items, cursor: `${stages[at]}~${page.cursor}` };
    within = undefined;
    const next = stages[at + 1];
    if (next && items.length >= limit) return { items, cursor: `${next}~` };
  }
  return { items };
}
