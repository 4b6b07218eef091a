import type { Application } from '#domain/application/application';
import { mostPanels } from '#domain/assignment/assignment';
import { formulate } from '#domain/assignment/formulate';
import { problemOf } from '#domain/assignment/problem';
import { proposalOf } from '#domain/assignment/proposal';
import { dateAt } from '#domain/calendar/civil';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { poolOf } from './ground.ts';
import { solve } from './solve.ts';

/** After the material review only a panel whose report is done again has seats to fill. */
const stages = ['MaterialReview', 'Defence', 'OnSiteReview'] as const;

const hasOpenSeat = (of: Application, size: number) =>
  !of.materialReview &&
  (of.stage === 'MaterialReview' || !!of.reportToRedo) &&
  (of.panel?.assessorIds.length ?? 0) < size;

export const handler = http(routes.proposeAssignment, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const open: Application[] = [];
  for (const stage of stages)
    for await (const a of deps.applications.inStage(cycle.cycleId, stage))
      if (hasOpenSeat(a, cycle.rules.panelSize)) open.push(a);
  const part = open.slice(0, mostPanels);
  const editions = new Map<string, string[]>();
  for (const kind of new Set(part.map((a) => a.kind)))
    editions.set(
      kind,
      (await deps.editions.ofCycle(cycle, kind)).categories.map((c) => c.code),
    );
  const categoriesOf = ({ kind }: Application) => editions.get(kind) ?? [];
  const problem = problemOf(part, await poolOf(cycle, deps), {
    rules: cycle.rules,
    today: dateAt(deps.now()),
    categoriesOf,
  });
  return { ...proposalOf(problem, await solve(formulate(problem))), remaining: open.length - part.length };
});
