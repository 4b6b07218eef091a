import type { Application } from '../application/application.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Instant } from '../record.ts';
import { recommendationEndsAt } from '../recommendation/deadline.ts';
import { isRecommended } from '../recommendation/recommend.ts';
import { refuseUnless } from '../refused.ts';
import { standingSuspension } from '../suspension/is-suspended.ts';
import { checkArithmetic } from './check.ts';
import { excludesBy } from './exclusion.ts';
import type { Finding } from './findings.ts';

/** What a refusal is held against. */
export interface Refusing {
  readonly cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>;
  readonly calendars: readonly CalendarYear[];
}

const isAgainst = ({ result }: Pick<Finding, 'result'>) => result === 'notMet' || result === 'present';

/** The findings that stand: of the review in progress, or those it was passed on. */
const standingFindings = (of: Application): readonly Pick<Finding, 'item' | 'result'>[] =>
  of.findings ?? of.eligibility?.findings ?? [];

/** What the article can rest on; every ground is on record, with who brought it and when. */
function isGrounded(of: Application, article: string, { cycle, calendars }: Refusing, now: Instant): boolean {
  if (standingFindings(of).some((f) => f.item === article && isAgainst(f))) return true;
  if (checkArithmetic(of, cycle).some((c) => c.article === article && c.verdict === 'notMet')) return true;
  if (standingSuspension(of)?.facts.some((f) => f.item === article)) return true;
  const objected = of.consultations.flatMap(({ answer }) =>
    answer?.verdict === 'objection' ? (answer.fact ?? []) : [],
  );
  if (objected.some((fact) => excludesBy(of, { item: article, fact }, cycle))) return true;
  if (of.stage !== 'EligibilityReview') return false;
  if (article === 'A10') return !isRecommended(of) && now >= recommendationEndsAt(of, cycle, calendars);
  // What is missing is refused once its correction was asked for and is over (D18).
  return article === 'A16' && !!of.correction;
}

/**
 * Throws `Refused` eligibility.no-ground unless the article rests on what is on record: a finding against the applicant,
 * arithmetic against it, a fact that excludes (late, or of a department's objection), a recommendation that was not given
 * in time (A10), or what its correction did not bring (A16).
 */
export function refuseUnlessGrounded(of: Application, article: string, refusing: Refusing, now: Instant): void {
  refuseUnless(isGrounded(of, article, refusing, now), 'eligibility.no-ground', { article }, article);
}
