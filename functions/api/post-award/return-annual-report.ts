import { returnAnnualReport } from '#domain/annual-report/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { lastReport } from './of-duty.ts';

export const handler = http(routes.returnAnnualReport, async ({ params, body, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  const decided = returnAnnualReport(duty, await lastReport(duty, deps), body, { actor, now: deps.now() });
  await deps.duties.saveTogether([decided.duty], [deps.annualReports.part(decided.report)], decided.duty.next);
  return decided.duty.next;
});
