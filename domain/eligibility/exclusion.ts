import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { lookBackAnchor } from '../cycle/look-back-anchor.ts';
import type { Instant } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { DatedFact } from './dated-fact.ts';
import { excludes, lookBackOf, naturesOf } from './dated-fact.ts';
import { itemsToFind } from './findings.ts';

/** A fact held against an applicant, with what it rests on. */
export interface Exclusion {
  readonly item: string;
  readonly fact: DatedFact;
  readonly isDocumented: boolean;
}

/** The employer of a top manager is judged as an organisation is: by its last three years (A14(5)). */
export const isTopManager = (of: Application): boolean => of.sections.individualIdentity?.content.topManager === true;

/** Whether the item is held against this kind of applicant at all (D11). */
const isTheirs = (of: Application, item: string, { rules }: Pick<Cycle, 'rules'>): boolean =>
  item === 'A14(5)' ? isTopManager(of) : itemsToFind(of.kind, rules).exclusions.includes(item);

/** Whether the fact excludes the applicant under the item. */
export const excludesBy = (
  of: Application,
  { item, fact }: Pick<Exclusion, 'item' | 'fact'>,
  cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>,
): boolean =>
  isTheirs(of, item, cycle) &&
  (naturesOf[item] ?? []).includes(fact.nature) &&
  excludes(fact, lookBackOf(fact.nature, lookBackAnchor(cycle), cycle.rules));

/**
 * Throws `Refused` unless the fact excludes the applicant: exclusion.unfit when the item is not for this kind of
 * applicant or of fact (D11), .in-future, .outside-look-back when arithmetic decides for the applicant (D7, D10),
 * .undocumented without date, source and document (A13).
 */
export function refuseUnlessExcludes(
  of: Application,
  { item, fact, isDocumented }: Exclusion,
  cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>,
  now: Instant,
): void {
  const { nature, on, until } = fact;
  const natures = naturesOf[item] ?? [];
  refuseUnless(isTheirs(of, item, cycle) && natures.includes(nature), 'exclusion.unfit', { item, natures }, item);
  const today = dateAt(now);
  const last = until ?? on;
  refuseUnless(on <= last && last <= today, 'exclusion.date-wrong', { on, until, today }, item);
  const lookBack = lookBackOf(nature, lookBackAnchor(cycle), cycle.rules);
  refuseUnless(excludes(fact, lookBack), 'exclusion.outside-look-back', { item, on: last, ...lookBack }, item);
  refuseUnless(isDocumented, 'exclusion.undocumented', { items: [item] }, item);
}
