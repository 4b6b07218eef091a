import { dateAt, yearOf } from '../calendar/civil.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate, Instant } from '../record.ts';

/** The last day that a case's files are kept is the day before this one: counted from the next 1 January (A29, D13). */
export const keptUntil = (now: Instant, { retentionYears }: Pick<Rules, 'retentionYears'>): CivilDate =>
  `${yearOf(dateAt(now)) + 1 + retentionYears}-01-01`;
