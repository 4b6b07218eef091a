import { passConsultation } from '#domain/consultation/pass';
import { departmentsOfProgramme } from '#domain/programme/programme';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.passConsultation, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const departments = departmentsOfProgramme(await deps.programmes.get(application.programmeId));
  const command = { assessments: body.assessments, cycle, departments };
  return deps.applications.save(passConsultation(application, command, { actor, now: deps.now() }));
});
