import { consult } from '#domain/consultation/consult';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.consult, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { rules } = await deps.cycles.get(application.cycleId);
  const { calendars } = await deps.programmes.get(application.programmeId);
  const holders = await deps.people.holders(application.programmeId, 'department');
  const known = holders.flatMap((h) => h.departmentCode ?? []);
  const outcome = consult(application, { ...body, rules, calendars, known }, { actor, now: deps.now() });
  return deps.letters.save(outcome, body.departmentCodes);
});
