import { evidenceParent, findingIdOf, recordOnSiteFinding } from '#domain/on-site/record-finding';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordOnSiteFinding, async ({ params, body, actor, deps }) => {
  const { applicationId, code } = params;
  const application = await deps.applications.get(applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const [before, documents] = await Promise.all([
    deps.findings.find(findingIdOf(applicationId, code, actor.personId)),
    body.evidence.length > 0 ? deps.documents.of(evidenceParent(applicationId)) : [],
  ]);
  const given = { code, entry: body, before, documents };
  return deps.findings.record(recordOnSiteFinding(application, given, { actor, now: deps.now() }));
});
