import { departmentsOf } from '#domain/actor';
import { answerConsultation, letterIn } from '#domain/consultation/answer';
import { settle } from '#domain/consultation/consult';
import { letterTo } from '#domain/consultation/letter-to';
import { decided } from '#domain/record';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { keepPapers } from '../document/keep-papers.ts';
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
  const given = await Promise.all(
    body.answers.map(async ({ applicationId, documentId, ...answer }) => {
      const document = documentId ? await deps.documents.get(documentId) : undefined;
      const application = await deps.applications.get(applicationId);
      return {
        document,
        outcome: answerConsultation(application, { departmentCode, document, ...answer }, circumstances),
      };
    }),
  );
  const outcomes = given.map(({ outcome }) => outcome);
  const items = outcomes.map(({ next }) => letterTo(next, letterIn(next, departmentCode)));
  const named = given.map(({ document }) => document);
  const papers = await keepPapers(sent, named, circumstances, deps);
  await deps.letters.saveOn(decided(circumstances, settle(sent, on)), { on: outcomes, papers }, { items });
  return { items };
});
