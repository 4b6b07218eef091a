import { systemActor } from '#domain/actor';
import { applyList, listKindsOf } from '#domain/list/apply';
import type { CycleList, ListEntry } from '#domain/list/list';
import { advanceList, completeList } from '#domain/list/progress';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { logger } from '#functions/runtime/observe';

const manyTimes = 5;
const atATime = 8;

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

/** Applies the entries, some at a time; gives back those that failed, which keep nobody else waiting. */
async function applyAll(list: CycleList, entries: readonly ListEntry[], deps: Deps) {
  const failed: { applicationId: string; error: unknown }[] = [];
  for (let n = 0; n < entries.length; n += atATime)
    await Promise.all(
      entries.slice(n, n + atATime).map(({ applicationId, ...entry }) =>
        applyEntry(list, { applicationId, ...entry }, deps).catch((error: unknown) => {
          failed.push({ applicationId, error });
        }),
      ),
    );
  const [first] = failed;
  if (first)
    logger.warn('entries not applied', {
      error: first.error as Error,
      listId: list.listId,
      applications: failed.map((f) => f.applicationId),
    });
  return failed;
}

/** Those that failed are tried again when all others are through, with the event, as often as the stream gives it. */
async function applyFailed(list: CycleList, failed: readonly string[], deps: Deps): Promise<void> {
  const { entries } = await deps.lists.get(list.listId);
  const again = await applyAll(
    list,
    entries.filter((e) => failed.includes(e.applicationId)),
    deps,
  );
  if (again.length > 0)
    throw new AggregateError(
      again.map((f) => f.error),
      `list ${list.listId}: ${again.length} entries not applied`,
    );
  await deps.lists.advance(completeList(list, { actor: systemActor, now: deps.now() }));
}

/**
 * Applies the bundle of a cycle-wide decision that the event lets follow, and saves how far the list has come: that
 * save's event lets the next bundle follow, so that no delivery takes long and a crash costs one bundle, in which those
 * that were changed are passed over. An event that comes again finds the list further on and does nothing.
 */
export async function applyNextBundle(listId: string, from: number, deps: Deps): Promise<void> {
  const list = await deps.lists.head(listId);
  const { progress } = list;
  if (!progress || progress.applied !== from) return;
  if (progress.applied >= progress.bundles) {
    if (progress.failed.length > 0) await applyFailed(list, progress.failed, deps);
    return;
  }
  const failed = await applyAll(list, await deps.lists.bundle(listId, from), deps);
  const circumstances = { actor: systemActor, now: deps.now() };
  await deps.lists.advance(
    advanceList(
      list,
      failed.map((f) => f.applicationId),
      circumstances,
    ),
  );
}

/** What was decided while the application was suspended is applied to it now that it is not. */
export async function applyListsMissed(applicationId: string, deps: Deps): Promise<void> {
  const { cycleId, stage } = await deps.applications.get(applicationId);
  for (const kind of listKindsOf(stage))
    for await (const list of deps.lists.ofKind(cycleId, kind))
      for (const entry of list.entries) if (entry.applicationId === applicationId) await applyEntry(list, entry, deps);
}
