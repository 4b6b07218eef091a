import { answerConsultation, letterIn } from '#domain/consultation/answer';
import { letterTo } from '#domain/consultation/letter-to';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.answerConsultation, async ({ params, body, actor, deps }) => {
  const { applicationId, departmentCode } = params;
  const application = await deps.applications.get(applicationId);
  const outcome = answerConsultation(application, { departmentCode, ...body }, { actor, now: deps.now() });
  const answer = letterTo(outcome.next, letterIn(outcome.next, departmentCode));
  await deps.letters.save(outcome, [departmentCode], answer);
  return answer;
});
