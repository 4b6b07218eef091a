import { recordLateFact } from '#domain/suspension/record-late-fact';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordLateFact, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const { documentId, ...fact } = body;
  const document = documentId ? await deps.documents.get(documentId) : undefined;
  const now = deps.now();
  const outcome = recordLateFact(application, { fact, document, cycle }, { actor, now });
  const answer = { applicationId: application.applicationId, item: fact.item, recordedAt: now };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
