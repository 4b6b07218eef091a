import { declareDocument } from '#domain/document/upload';
import { refuseUnlessBrings } from '#domain/inspection/view';
import { filesOf } from '#domain/inspection/worksheets';
import { http } from '#functions/runtime/http';
import { applicantOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.addInspectionFile, async ({ params: { inspectionId }, body, actor, deps }) => {
  const inspection = await deps.inspections.get(inspectionId);
  refuseUnlessBrings(actor, inspection, await applicantOf(inspection, deps));
  const parent = { programmeId: inspection.programmeId, parent: filesOf(inspectionId) };
  const present = await deps.documents.of(parent.parent);
  const declared = { ...body, kind: 'inspectionEvidence' as const, confidential: true };
  const outcome = declareDocument(parent, declared, present, deps.newId('doc'), { actor, now: deps.now() });
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
