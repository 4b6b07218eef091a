import type { Application } from '../application/application.ts';
import { jurisdictionOf } from '../application/submit.ts';
import { enter, move, moved } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { checkArithmetic } from './check.ts';
import type { Finding } from './findings.ts';
import { itemsToFind } from './findings.ts';

const conditionResults: readonly string[] = ['met', 'notMet', 'notApplicable'];
const exclusionResults: readonly string[] = ['absent', 'present'];

/** The top manager's employer is judged too, so A14(5) is "not applicable" to everyone else only. */
const isExcused = (of: Application, { item }: Finding) =>
  item !== 'A14(5)' || !of.sections.individualIdentity?.content.topManager;

/** Throws `Refused` eligibility.findings-unfit, eligibility.findings-missing. */
function refuseUnlessComplete(of: Application, findings: readonly Finding[]): void {
  const { conditions, exclusions } = itemsToFind[of.kind];
  const fits = (f: Finding) =>
    (conditions.includes(f.item) &&
      conditionResults.includes(f.result) &&
      (f.result !== 'notApplicable' || isExcused(of, f))) ||
    (exclusions.includes(f.item) && exclusionResults.includes(f.result));
  const found = findings.map((f) => f.item);
  const unfit = findings.filter((f, i) => !fits(f) || found.indexOf(f.item) !== i).map((f) => f.item);
  refuseUnless(unfit.length === 0, 'eligibility.findings-unfit', { items: unfit });
  const missing = [...conditions, ...exclusions].filter((item) => !found.includes(item));
  refuseUnless(missing.length === 0, 'eligibility.findings-missing', { items: missing });
}

/**
 * The applicant passes the eligibility review (A16): recommended (A10), a finding with a reason on every condition and
 * exclusion, none of them against it, and nothing that arithmetic decides against it. Throws `Refused`
 * eligibility.recommendation-missing, .findings-unfit, .findings-missing, .arithmetic-against, .not-passed.
 */
export function passEligibility(
  of: Application,
  { cycle, findings }: { cycle: Pick<Cycle, 'closesAt' | 'rules'>; findings: readonly Finding[] },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'passEligibility', actor);
  refuseUnless(of.recommendation !== undefined, 'eligibility.recommendation-missing', {
    jurisdiction: jurisdictionOf(of),
  });
  refuseUnlessComplete(of, findings);
  const against = checkArithmetic(of, cycle).filter((c) => c.verdict === 'notMet');
  const articles = [...new Set(against.map((c) => c.article))];
  refuseUnless(against.length === 0, 'eligibility.arithmetic-against', { items: articles, against }, articles[0]);
  const failed = findings.filter((f) => f.result === 'notMet' || f.result === 'present').map((f) => f.item);
  refuseUnless(failed.length === 0, 'eligibility.not-passed', { items: failed }, failed[0]);
  return decided(
    circumstances,
    { ...move(of, 'Consultation', now), eligibility: { findings: [...findings], by: actor.personId, at: now } },
    moved(of, 'eligibilityPassed', 'Consultation', {
      findings: Object.fromEntries(findings.map((f) => [f.item, f.result])),
    }),
  );
}
