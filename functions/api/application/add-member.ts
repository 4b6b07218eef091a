import { addMember } from '#domain/application/members';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addMember, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const invited = await deps.people.byEmail(body.email);
  const outcome = addMember(application, { invited, maySubmit: body.maySubmit }, { actor, now: deps.now() });
  const answer = asApplicant(outcome.next, actor);
  await deps.applications.saveMembers(outcome, answer);
  return answer;
});
