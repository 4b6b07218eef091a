import { endMember } from '#domain/application/members';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.endMember, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const outcome = endMember(application, params.personId, { actor, now: deps.now() });
  const answer = asApplicant(outcome.next, actor);
  await deps.applications.saveMembers(outcome, answer);
  return answer;
});
