import { applyNextBundle } from '#functions/events/outbox/apply-list';
import type { Deps } from '#functions/runtime/deps';

/** Applies a list as its events do, bundle by bundle to its end. */
export async function applyWholeList(listId: string, deps: Deps): Promise<void> {
  const { bundles = 0 } = (await deps.lists.head(listId)).progress ?? {};
  for (let n = 0; n < bundles; n += 1) await applyNextBundle(listId, n, deps);
}
