import type { Application } from '#domain/application/application';
import { refuseUnless } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

/**
 * Throws `Refused` conflict.with-one-of-them unless whoever asks sees every application of the stages: a list is fixed
 * over all of them, and what is hidden would lose its place to others, or its report be forgotten (A9, A17).
 */
export async function refuseUnlessSeesAll(deps: Deps, cycleId: string, ...stages: Application['stage'][]) {
  for (const stage of stages)
    refuseUnless(await deps.applications.seesWholeStage(cycleId, stage), 'conflict.with-one-of-them');
}
