import { inspectionFor } from '#domain/inspection/view';
import { http } from '#functions/runtime/http';
import { applicantOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.showInspection, async ({ params: { inspectionId }, actor, deps }) => {
  const inspection = await deps.inspections.get(inspectionId);
  return inspectionFor(actor, inspection, await applicantOf(inspection, deps));
});
