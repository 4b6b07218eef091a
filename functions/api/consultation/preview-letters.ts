import { nameOf } from '#domain/application/submit';
import { dateAt } from '#domain/calendar/civil';
import { plusWorkingDays } from '#domain/calendar/working-days';
import { leftOut } from '#domain/consultation/usual';
import { departmentsOfProgramme } from '#domain/programme/programme';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { toBeConsulted } from '#functions/runtime/to-be-consulted';
import { routes } from '../routes.ts';

export const handler = http(routes.previewLetters, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const programme = await deps.programmes.get(cycle.programmeId);
  const departmentCodes = query.departmentCodes.split(',');
  const subjects = await toBeConsulted(deps, cycle.cycleId, departmentCodes);
  return {
    dueOn: plusWorkingDays(dateAt(deps.now()), cycle.rules.consultationWorkingDays, programme.calendars),
    leftOut: leftOut(subjects, departmentCodes, departmentsOfProgramme(programme)),
    subjects: subjects.map((a) => ({ applicationId: a.applicationId, code: a.code, name: nameOf(a) })),
  };
});
