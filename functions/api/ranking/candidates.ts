import type { Application } from '#domain/application/application';
import type { Cycle } from '#domain/cycle/cycle';
import type { CycleList } from '#domain/list/list';
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

/** The stages in which a report can be owed. */
export const reporting = ['MaterialReview', 'Defence'] as const satisfies Application['stage'][];

/** The cycle's applications that are out and have not got their report yet. */
export const owedReports = async (deps: Deps, cycleId: string) =>
  (await applicationsIn(deps, cycleId, ...reporting)).filter(isOwedReport);
