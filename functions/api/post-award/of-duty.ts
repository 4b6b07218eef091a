import type { AnnualReport } from '#domain/annual-report/annual-report';
import type { YearlyDuty } from '#domain/post-award/duty';
import type { Deps } from '#functions/runtime/deps';

/** The winner's application; an imported award has none. */
export const winnerOf = async ({ applicationId }: Pick<YearlyDuty, 'applicationId'>, deps: Deps) =>
  applicationId === '' ? undefined : deps.applications.find(applicationId);

/** The winner's application, for who may act beside its owner; an imported award has none. */
export const applicantOf = async (of: Pick<YearlyDuty, 'applicationId'>, deps: Deps) =>
  (await winnerOf(of, deps)) ?? {};

/** The report that was handed in last. */
export const lastReport = ({ dutyId, rounds }: YearlyDuty, deps: Deps): Promise<AnnualReport | undefined> =>
  deps.annualReports.find(`${dutyId}~${rounds}`);
