import { materialsOf } from '#domain/review/materials';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showMaterials, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return materialsOf(application);
});
