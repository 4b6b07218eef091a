import {
  filesOf,
  handInAnnualReport,
  named,
  refuseUnlessOwed,
  refuseUnlessReporter,
} from '#domain/annual-report/proceed';
import { dateAt, plusDays } from '#domain/calendar/civil';
import { folders } from '#domain/retention/folders';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepNamed } from './keep-named.ts';
import { applicantOf } from './of-duty.ts';

export const handler = http(routes.handInAnnualReport, async ({ params, body, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const circumstances = { actor, now: deps.now() };
  const applicant = await applicantOf(duty, deps);
  refuseUnlessReporter(duty, applicant, circumstances);
  refuseUnlessOwed(duty);
  const present = body.files.length > 0 ? await deps.documents.of(filesOf(duty.dutyId)) : [];
  const files = await keepNamed(
    named(body.files, present),
    folders.annualReport(duty.programmeId, duty.dutyId),
    duty,
    deps,
  );
  const handedIn = { round: duty.rounds + 1, files };
  const decided = handInAnnualReport(duty, applicant, body, handedIn, circumstances);
  // The office reads of it in its next morning's digest.
  const morning = plusDays(dateAt(circumstances.now), 1);
  await deps.due.mark({ dueOn: morning, type: 'staffDigest', recordId: duty.programmeId });
  await deps.duties.saveTogether([decided.duty], [deps.annualReports.part(decided.report)], decided.duty.next);
  return decided.duty.next;
});
