import { departmentsOf } from '#domain/actor';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listConsultations, async ({ query, actor, deps }) => {
  requireRole(actor, 'department', query.programmeId);
  const departments = departmentsOf(actor, query.programmeId);
  const chosen = query.departmentCode ?? (departments.length === 1 ? departments[0] : undefined);
  refuseUnless(!!chosen && departments.includes(chosen), 'consultation.department-unclear', { departments });
  return deps.letters.of(query.programmeId, chosen, query);
});
