import { fileFor } from '#domain/inspection/view';
import { http } from '#functions/runtime/http';
import { noteOfficialOpening } from '#functions/runtime/opening';
import { openFile } from '../post-award/keep-named.ts';
import { applicantOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadInspectionFile, async ({ params, actor, deps }) => {
  const inspection = await deps.inspections.get(params.inspectionId);
  const document = await deps.documents.get(params.documentId);
  const file = fileFor(actor, inspection, await applicantOf(inspection, deps), document);
  const answer = await openFile(file, inspection.kept, deps);
  await noteOfficialOpening(file, { actor, applicationId: inspection.applicationId, deps });
  return answer;
});
