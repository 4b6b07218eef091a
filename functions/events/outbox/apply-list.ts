import { systemActor } from '#domain/actor';
import { applyList, listKindsOf } from '#domain/list/apply';
import type { CycleList, ListEntry } from '#domain/list/list';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;

/** Applies one entry; when somebody saved the application meanwhile, looks again. */
async function applyEntry(list: CycleList, entry: ListEntry, deps: Deps, left = manyTimes): Promise<void> {
  const application = await deps.applications.get(entry.applicationId);
  const outcome = applyList(list, entry, application, { actor: systemActor, now: deps.now() });
  if (!outcome) return;
  try {
    await deps.applications.save(outcome);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await applyEntry(list, entry, deps, left - 1);
  }
}

/**
 * Applies a cycle-wide decision to one application after the other; what was applied before is passed over. One that
 * fails does not keep the others waiting: it is tried again with the event.
 */
export async function applyWholeList(listId: string, deps: Deps): Promise<void> {
  const list = await deps.lists.get(listId);
  const failed: unknown[] = [];
  for (const entry of list.entries) await applyEntry(list, entry, deps).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `list ${listId}: ${failed.length} entries not applied`);
}

/** What was decided while the application was suspended is applied to it now that it is not. */
export async function applyListsMissed(applicationId: string, deps: Deps): Promise<void> {
  const { cycleId, stage } = await deps.applications.get(applicationId);
  for (const kind of listKindsOf(stage))
    for await (const list of deps.lists.ofKind(cycleId, kind))
      for (const entry of list.entries) if (entry.applicationId === applicationId) await applyEntry(list, entry, deps);
}
