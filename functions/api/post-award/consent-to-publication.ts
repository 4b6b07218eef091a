import { setConsent } from '#domain/annual-report/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { applicantOf, lastReport } from './of-duty.ts';

export const handler = http(routes.consentToPublication, async ({ params, body, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const applicant = await applicantOf(duty, deps);
  const circumstances = { actor, now: deps.now() };
  const report = await lastReport(duty, deps);
  return deps.annualReports.save(setConsent(duty, report, applicant, body.consent, circumstances));
});
