import type { Application } from '../application/application.ts';
import { jurisdictionOf } from '../application/submit.ts';
import { enter, move, moved } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { isRecommended } from '../recommendation/recommend.ts';
import { refuseUnless } from '../refused.ts';
import { checkArithmetic } from './check.ts';
import type { Finding } from './findings.ts';
import { refuseUnlessComplete, refuseUnlessFit } from './fit-findings.ts';

/** What was recorded item by item and is not found anew with the decision. */
const recordedBefore = (of: Application, given: readonly Finding[]): Finding[] =>
  (of.findings ?? []).filter((f) => !given.some((g) => g.item === f.item));

/**
 * The applicant passes the eligibility review (A16): recommended (A10), a finding with a reason on every condition and
 * exclusion, none of them against it, and nothing that arithmetic decides against it. Throws `Refused`
 * eligibility.recommendation-missing, .findings-unfit, .findings-missing, .arithmetic-against, .not-passed, and what
 * fit-findings.ts demands of a single one. What was recorded item by item counts unless it is found anew.
 */
export function passEligibility(
  of: Application,
  { cycle, findings: given }: { cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>; findings: readonly Finding[] },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'passEligibility', actor);
  refuseUnless(isRecommended(of), 'eligibility.recommendation-missing', { jurisdiction: jurisdictionOf(of) });
  const findings = [...recordedBefore(of, given), ...given];
  refuseUnlessFit(of, findings, cycle, now);
  refuseUnlessComplete(of, findings, cycle);
  const against = checkArithmetic(of, cycle).filter((c) => c.verdict === 'notMet');
  const articles = [...new Set(against.map((c) => c.article))];
  refuseUnless(against.length === 0, 'eligibility.arithmetic-against', { items: articles, against }, articles[0]);
  const failed = findings.filter((f) => f.result === 'notMet' || f.result === 'present').map((f) => f.item);
  refuseUnless(failed.length === 0, 'eligibility.not-passed', { items: failed }, failed[0]);
  return decided(
    circumstances,
    {
      ...move(of, 'Consultation', now),
      findings: undefined,
      eligibility: { findings: [...findings], by: actor.personId, at: now },
    },
    moved(of, 'eligibilityPassed', 'Consultation', {
      findings: Object.fromEntries(findings.map((f) => [f.item, f.result])),
    }),
  );
}
