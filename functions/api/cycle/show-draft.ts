import { shown } from '#domain/cycle/cycle';
import { missingIn } from '#domain/cycle/missing';
import { Refused } from '#domain/refused';
import { seesPreparations } from '#domain/cycle/draft';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDraft, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, seesPreparations, cycle.programmeId);
  if (cycle.status !== 'draft') throw new Refused('cycle.already-announced');
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  return { ...shown(cycle, deps.now()), missing: missingIn(cycle, calendars) };
});
