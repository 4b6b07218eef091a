import { requireRole } from '#domain/require-role';
import { summaryOf } from '#domain/retention/appraisal';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listAppraisals, async ({ params: { programmeId }, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  const page = await deps.appraisals.ofProgramme(programmeId, query);
  return { ...page, items: page.items.map(summaryOf) };
});
