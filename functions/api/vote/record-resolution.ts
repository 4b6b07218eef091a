import { requireRole } from '#domain/require-role';
import { recordResolution } from '#domain/resolution/resolution';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepResolution } from './keep-resolution.ts';

export const handler = http(routes.recordResolution, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, 'committeeMember', programmeId);
  const paper = body.documentId === undefined ? undefined : await deps.documents.find(body.documentId);
  const meeting = body.meetingId === undefined ? undefined : await deps.meetings.get(body.meetingId);
  const running = await deps.resolutions.nextNumber(programmeId, body.adoptedOn.slice(0, 4));
  const circumstances = { actor, now: deps.now() };
  const known = { resolutionId: deps.newId('res'), running, paper, meeting };
  const outcome = recordResolution(programmeId, body, known, circumstances);
  const signed = paper && (await keepResolution(paper, circumstances, deps));
  return deps.resolutions.record(outcome, running, signed);
});
