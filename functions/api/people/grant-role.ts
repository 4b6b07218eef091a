import { refuseIfApplying } from '#domain/application/duties';
import { grantRole } from '#domain/programme/person';
import { departmentsOfProgramme } from '#domain/programme/programme';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.grantRole, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', body.programmeId);
  const programme = body.programmeId === '*' ? undefined : await deps.programmes.get(body.programmeId);
  const { departmentCode: department } = body;
  const isListed = !programme || !department || departmentsOfProgramme(programme).some((d) => d.code === department);
  refuseUnless(isListed, 'grant.department-unknown', { department });
  const person = await deps.people.get(params.personId);
  const granted = grantRole(person, body, { actor, now: deps.now() }, deps.newId);
  refuseIfApplying(body, await deps.applications.allOf(person.personId));
  return deps.people.save(granted);
});
