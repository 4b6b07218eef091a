import { dateAt } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';
import { closingDate } from './closing-date.ts';
import type { Cycle } from './cycle.ts';

/**
 * The day from which a cycle's exclusions look back (A13, D7): the last day on which applications can be handed in, or
 * the day they open, as the cycle sets it. In Asia/Shanghai; the same for all of its applicants.
 */
export const lookBackAnchor = (of: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>): CivilDate =>
  of.rules.lookBackAnchor === 'opening' ? dateAt(of.opensAt) : closingDate(of);
