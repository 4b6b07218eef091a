import { dateAt, instantOf } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';
import type { Cycle } from './cycle.ts';

/**
 * The last day on which an application can be handed in: the closing instant itself is excluded, so a cycle that
 * closes at 24:00 of 31 March closes on 31 March and not on 1 April.
 */
export const closingDate = ({ closesAt }: Pick<Cycle, 'closesAt'>): CivilDate =>
  dateAt(instantOf(Date.parse(closesAt) - 1));
