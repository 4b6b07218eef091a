import { enter } from '#domain/case';
import { declareDocument } from '#domain/document/upload';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addDocument, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  enter('application', application, 'addDocument', actor);
  const { rules } = await deps.cycles.get(application.cycleId);
  const parent = {
    programmeId: application.programmeId,
    parent: `application:${application.applicationId}`,
    handedIn: application.receipt?.files.map((f) => f.documentId) ?? [],
    limits: rules.fileLimits,
  };
  const present = await deps.documents.of(parent.parent);
  const outcome = declareDocument(parent, body, present, deps.newId('doc'), { actor, now: deps.now() });
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
