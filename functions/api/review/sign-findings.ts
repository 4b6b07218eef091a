import { signFindings } from '#domain/on-site/sign';
import { visitOf } from '#domain/on-site/views';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.signFindings, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const findings = await deps.findings.of(application.applicationId);
  const outcome = signFindings(application, findings, { actor, now: deps.now() });
  const answer = visitOf(outcome.next, findings);
  await deps.applications.save(outcome, [], answer);
  return answer;
});
