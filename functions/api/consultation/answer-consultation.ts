import { answerConsultation, letterIn } from '#domain/consultation/answer';
import { settle } from '#domain/consultation/consult';
import { letterTo } from '#domain/consultation/letter-to';
import { decided } from '#domain/record';
import { http } from '#functions/runtime/http';
import { keepPapers } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.answerConsultation, async ({ params, body, actor, deps }) => {
  const { applicationId, departmentCode } = params;
  const application = await deps.applications.get(applicationId);
  const { documentId, ...given } = body;
  const document = documentId ? await deps.documents.get(documentId) : undefined;
  const circumstances = { actor, now: deps.now() };
  const outcome = answerConsultation(application, { departmentCode, document, ...given }, circumstances);
  const mark = letterIn(outcome.next, departmentCode);
  const answer = letterTo(outcome.next, mark);
  const sent = await deps.letters.get(mark.letterId);
  const papers = await keepPapers(application, [document], circumstances, deps);
  await deps.letters.saveOn(decided(circumstances, settle(sent, [applicationId])), { on: [outcome], papers }, answer);
  return answer;
});
