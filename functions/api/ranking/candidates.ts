import type { Application } from '#domain/application/application';
import type { Cycle } from '#domain/cycle/cycle';
import type { CycleList } from '#domain/list/list';
import { refuseUnless } from '#domain/refused';
import { isOwedReport } from '#domain/review/deliver-report';
import type { Deps } from '#functions/runtime/deps';

/** The cycle's applications in the stages, in their order. */
export async function applicationsIn(deps: Deps, cycleId: string, ...stages: Application['stage'][]) {
  const applications: Application[] = [];
  for (const stage of stages) for await (const a of deps.applications.inStage(cycleId, stage)) applications.push(a);
  return applications;
}

/** Whom a list of the kind is about, and what earlier lists of the kind have decided already. */
export async function candidatesFor(
  deps: Deps,
  { cycleId }: Cycle,
  kind: CycleList['kind'],
  stage: Application['stage'],
) {
  const earlier: CycleList[] = [];
  for await (const list of deps.lists.ofKind(cycleId, kind)) earlier.push(list);
  return { inStage: await applicationsIn(deps, cycleId, stage), earlier };
}

/**
 * Throws `Refused` conflict.with-one-of-them unless whoever asks sees every application of the stages: a list is fixed
 * over all of them, and what is hidden would lose its place to others, or its report be forgotten (A9, A17).
 */
export async function refuseUnlessSeesAll(deps: Deps, cycleId: string, ...stages: Application['stage'][]) {
  for (const stage of stages)
    refuseUnless(await deps.applications.seesWholeStage(cycleId, stage), 'conflict.with-one-of-them');
}

/** The stages in which a report can be owed. */
export const reporting = ['MaterialReview', 'Defence'] as const satisfies Application['stage'][];

/** The cycle's applications that are out and have not got their report yet. */
export const owedReports = async (deps: Deps, cycleId: string) =>
  (await applicationsIn(deps, cycleId, ...reporting)).filter(isOwedReport);
