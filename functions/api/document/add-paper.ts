import { declareDocument } from '#domain/document/upload';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

const parties = ['office', 'recommendingBody', 'department', 'assessor', 'committeeMember', 'registrar'] as const;

export const handler = http(routes.addPaper, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, parties, programmeId);
  // Papers belong to who brings them; the total is counted per person, so that nobody can fill another's share.
  const parent = { programmeId, parent: `programme:${programmeId}~${actor.personId}` };
  const present = await deps.documents.of(parent.parent);
  const outcome = declareDocument(parent, body, present, deps.newId('doc'), { actor, now: deps.now() });
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
