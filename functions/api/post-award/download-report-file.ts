import { hasRole } from '#domain/actor';
import { filesOf, refuseUnlessReporter } from '#domain/annual-report/proceed';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { noteOfficialOpening } from '#functions/runtime/opening';
import { routes } from '../routes.ts';
import { openFile } from './keep-named.ts';
import { applicantOf } from './of-duty.ts';

export const handler = http(routes.downloadReportFile, async ({ params, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const isOfficial = (['office', 'auditor'] as const).some((role) => hasRole(actor, role, duty.programmeId));
  if (!isOfficial) refuseUnlessReporter(duty, await applicantOf(duty, deps), { actor });
  const document = await deps.documents.get(params.documentId);
  refuseUnless(document.parent === filesOf(duty.dutyId), 'record.not-found', { record: 'document' });
  const reports = await Array.fromAsync(deps.annualReports.ofDuty(duty.dutyId));
  const answer = await openFile(
    document,
    reports.flatMap((report) => report.files),
    deps,
  );
  await noteOfficialOpening(document, { actor, applicationId: duty.applicationId, deps });
  return answer;
});
