import { shown } from '#domain/cycle/cycle';
import { Refused } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showCycle, async ({ params, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  if (cycle.status === 'draft') throw new Refused('record.not-found');
  return shown(cycle, deps.now());
});
