import { listDepartments } from '#domain/programme/programme';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveDepartments, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', params.programmeId);
  const programme = await deps.programmes.get(params.programmeId);
  const holders = await deps.people.holders(params.programmeId, 'department');
  const held = holders.flatMap((h) => h.departmentCode ?? []);
  const answer = { items: body.items };
  await deps.programmes.save(listDepartments(programme, body.items, held, { actor, now: deps.now() }), [], answer);
  return answer;
});
