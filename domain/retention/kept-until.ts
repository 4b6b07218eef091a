import { dateAt, plusDays, yearOf } from '../calendar/civil.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate, Instant } from '../record.ts';
import type { Period } from '../revocation/ban.ts';

type Closed = Pick<Cycle, 'closesAt' | 'rules' | 'completedAt' | 'archivedAt'>;

/** The first day on which what closed in that year need not be kept any more: counted from the next 1 January (A29, D13). */
const afterClosing = (year: number, { retentionYears }: Pick<Rules, 'retentionYears'>): CivilDate =>
  `${year + 1 + retentionYears}-01-01`;

/** The same for a paper that is filed now (A29, D13). */
export const keptUntil = (now: Instant, rules: Pick<Rules, 'retentionYears'>): CivilDate =>
  afterClosing(yearOf(dateAt(now)), rules);

/**
 * The first day on which files of the cycle need not be kept any more (A29, D13): 1 January, the years of retention
 * after the 1 January that follows its closing. A cycle closes when applications do, and once more when it is completed
 * and when it is archived: the retention then grows, it never shrinks.
 */
export function retainUntil({ closesAt, rules, completedAt, archivedAt }: Closed): CivilDate {
  const ends = [closingDate({ closesAt }), ...[completedAt, archivedAt].flatMap((at) => (at ? [dateAt(at)] : []))];
  return afterClosing(Math.max(...ends.map(yearOf)), rules);
}

/** What keeps files beyond their retention: an applicant's beyond that of the cycle, a winner's beyond that of the year. */
export interface Ties {
  /** A revocation that is not over. */
  readonly openCase: boolean;
  readonly ban: Period | undefined;
}

/**
 * Until when files are locked whose retention ends with a day: at least as long as whose they are is banned, the last
 * banned day included; while a case is open they are on hold, whatever the date (A29, D13).
 */
export function lockFor(base: CivilDate, { openCase, ban }: Ties): { until: CivilDate; onHold: boolean } {
  const ends = afterBan(ban) ?? base;
  return { until: ends > base ? ends : base, onHold: openCase };
}

/** The day after the last banned day, or undefined where no ban stands. */
export const afterBan = (ban: Ties['ban']): CivilDate | undefined =>
  ban && !ban.lifted ? plusDays(ban.until, 1) : undefined;

/** Why the files are not offered for disposal on a day, or undefined when they are. */
export function keptBecause(
  base: CivilDate,
  ties: Ties,
  today: CivilDate,
): 'retention' | 'openCase' | 'ban' | undefined {
  if (today < base) return 'retention';
  if (ties.openCase) return 'openCase';
  return today < lockFor(base, ties).until ? 'ban' : undefined;
}
