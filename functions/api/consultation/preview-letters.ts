import { nameOf } from '#domain/application/submit';
import { dateAt } from '#domain/calendar/civil';
import { plusWorkingDays } from '#domain/calendar/working-days';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { toBeConsulted } from '#functions/runtime/to-be-consulted';
import { routes } from '../routes.ts';

export const handler = http(routes.previewLetters, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  const subjects = await toBeConsulted(deps, cycle.cycleId, query.departmentCodes.split(','));
  return {
    dueOn: plusWorkingDays(dateAt(deps.now()), cycle.rules.consultationWorkingDays, calendars),
    subjects: subjects.map((a) => ({ applicationId: a.applicationId, code: a.code, name: nameOf(a) })),
  };
});
