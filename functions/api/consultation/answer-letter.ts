import { departmentsOf } from '#domain/actor';
import { answerConsultation, letterIn } from '#domain/consultation/answer';
import { settle } from '#domain/consultation/consult';
import { letterTo } from '#domain/consultation/letter-to';
import { decided } from '#domain/record';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.answerLetter, async ({ params, body, actor, deps }) => {
  const sent = await deps.letters.get(params.letterId);
  const { departmentCode, programmeId, subjects } = sent;
  const on = body.answers.map((a) => a.applicationId);
  const isTheirs =
    departmentsOf(actor, programmeId).includes(departmentCode) &&
    new Set(on).size === on.length &&
    on.every((id) => subjects.some((s) => s.applicationId === id));
  refuseUnless(isTheirs, 'record.not-found', { record: 'letter' });
  const circumstances = { actor, now: deps.now() };
  const outcomes = await Promise.all(
    body.answers.map(async ({ applicationId, documentId, ...given }) => {
      const document = documentId ? await deps.documents.get(documentId) : undefined;
      const application = await deps.applications.get(applicationId);
      return answerConsultation(application, { departmentCode, document, ...given }, circumstances);
    }),
  );
  const items = outcomes.map(({ next }) => letterTo(next, letterIn(next, departmentCode)));
  await deps.letters.saveOn(decided(circumstances, settle(sent, on)), outcomes, { items });
  return { items };
});
