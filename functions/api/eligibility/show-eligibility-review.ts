import { reviewSheet } from '#domain/eligibility/review-sheet';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showEligibilityReview, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  requireRole(actor, ['office', 'auditor'], application.programmeId);
  refuseUnless(application.stage !== 'Draft', 'record.not-found', { record: 'application' });
  return { items: reviewSheet(application, await deps.cycles.get(application.cycleId)) };
});
