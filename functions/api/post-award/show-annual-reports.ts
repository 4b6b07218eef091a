import { hasRole } from '#domain/actor';
import { refuseUnlessReporter } from '#domain/annual-report/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { applicantOf } from './of-duty.ts';

export const handler = http(routes.showAnnualReports, async ({ params, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const isOfficial = (['office', 'auditor'] as const).some((role) => hasRole(actor, role, duty.programmeId));
  if (!isOfficial) refuseUnlessReporter(duty, await applicantOf(duty, deps), { actor });
  return { items: await Array.fromAsync(deps.annualReports.ofDuty(duty.dutyId)) };
});
