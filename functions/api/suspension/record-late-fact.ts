import { recordLateFact } from '#domain/suspension/record-late-fact';
import { http } from '#functions/runtime/http';
import { keepPapers } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.recordLateFact, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const { documentId, ...fact } = body;
  const document = documentId ? await deps.documents.get(documentId) : undefined;
  const circumstances = { actor, now: deps.now() };
  const outcome = recordLateFact(application, { fact, document, cycle }, circumstances);
  const answer = { applicationId: application.applicationId, item: fact.item, recordedAt: circumstances.now };
  const papers = await keepPapers(application, [document], circumstances, deps);
  await deps.applications.saveWithPapers(outcome, papers, answer);
  return answer;
});
