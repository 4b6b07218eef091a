import { filesOf, refuseUnlessOwed, refuseUnlessReporter } from '#domain/annual-report/proceed';
import { declareDocument } from '#domain/document/upload';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { applicantOf } from './of-duty.ts';

export const handler = http(routes.addReportFile, async ({ params, body, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const circumstances = { actor, now: deps.now() };
  refuseUnlessReporter(duty, await applicantOf(duty, deps), circumstances);
  refuseUnlessOwed(duty);
  const parent = { programmeId: duty.programmeId, parent: filesOf(duty.dutyId) };
  const present = await deps.documents.of(parent.parent);
  const declared = { ...body, kind: 'annualReport' as const, confidential: true };
  const outcome = declareDocument(parent, declared, present, deps.newId('doc'), circumstances);
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
