import type { Winner } from '../approval/winner.ts';
import { dateAt, yearOf } from '../calendar/civil.ts';
import type { Rules } from '../cycle/rules.ts';
import { afterwardsRules } from '../cycle/rules/afterwards.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { YearlyDuty } from './duty.ts';
import { newDuty } from './duty.ts';

/** The settings that yearly duties go by. */
export type YearlyRules = Pick<Rules, 'annualReports' | 'individualInspection'>;

/** For who won under earlier rules, which pinned no settings (A30). */
export const usualRules: YearlyRules = {
  annualReports: afterwardsRules.annualReports.parse(undefined),
  individualInspection: afterwardsRules.individualInspection.parse(undefined),
};

/**
 * What a winner owes in a year: as many reports as the cycle says, each for the year before (A26, D14); of an
 * organisation, and of individuals where the cycle says so, an inspection each year (A28, D15). Who won before this
 * system is bound as long as reports are owed, and who has no account here reports by way of the office. Nothing in the
 * year of the decision, nothing after a revocation. The ids are deterministic: opening twice is opening once.
 */
export function yearlyDutiesOf(
  of: Winner,
  year: number,
  { annualReports, individualInspection }: YearlyRules,
  circumstances: Circumstances,
): Outcome<YearlyDuty>[] {
  const yearsSince = year - yearOf(of.decision.date);
  const { count, dueMonthDay, remindDaysBefore, remindEveryDaysAfter } = annualReports;
  if (of.status === 'revoked' || yearsSince < 1 || (of.imported && yearsSince > count)) return [];
  const isInspected = of.kind === 'organisation' || individualInspection;
  const duty = (kind: YearlyDuty['kind'], party: YearlyDuty['party'], dueOn: string): YearlyDuty =>
    newDuty(
      of,
      {
        dutyId: `${kind}-${of.certificateNumber}-${year}`,
        ...{ kind, year, party, dueOn },
        reminders: { before: remindDaysBefore, every: remindEveryDaysAfter },
      },
      dateAt(circumstances.now),
    );
  const reporter = of.ownerId === '' ? 'office' : 'winner';
  const duties = [
    ...(yearsSince <= count ? [duty('annualReport', reporter, `${year}-${dueMonthDay}`)] : []),
    ...(isInspected ? [duty('inspection', 'office', `${year}-12-31`)] : []),
  ];
  return duties.map((one) =>
    decided(circumstances, one, {
      type: 'yearlyDutyOpened',
      detail: { kind: one.kind, year, dueOn: one.dueOn, ownerId: one.ownerId, winnerName: one.winnerName },
    }),
  );
}
