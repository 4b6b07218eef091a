import { dateAt, instantOf } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Cycle } from './cycle.ts';

/**
 * The last day on which an application can be handed in: the closing instant itself is excluded, so a cycle that
 * closes at 24:00 of 31 March closes on 31 March and not on 1 April.
 */
export const closingDate = ({ closesAt }: Pick<Cycle, 'closesAt'>): CivilDate =>
  dateAt(instantOf(Date.parse(closesAt) - 1));

/**
 * Throws `Refused` cycle.closing-year: what is handed in is locked from the closing year on (A29), and the calendars of
 * that year are pinned, so that nobody is given time beyond it.
 */
export function refuseOutsideClosingYear(of: Pick<Cycle, 'closesAt'>, closesAt: string): void {
  const year = closingDate(of).slice(0, 4);
  refuseUnless(closingDate({ closesAt }).slice(0, 4) === year, 'cycle.closing-year', { year });
}
