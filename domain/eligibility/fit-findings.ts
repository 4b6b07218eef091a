import type { Application } from '../application/application.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Instant } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { checkArithmetic } from './check.ts';
import { isTopManager, refuseUnlessExcludes } from './exclusion.ts';
import type { Finding } from './findings.ts';
import { itemsToFind } from './findings.ts';

type Pinned = Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>;

const conditionResults: readonly string[] = ['met', 'notMet', 'notApplicable'];
const exclusionResults: readonly string[] = ['absent', 'present'];

/** Every organisation is registered somewhere; the top manager's employer is judged, everyone else's is not (A14(5)). */
const isExcused = (of: Application, { item }: Finding) => item !== 'A12' && (item !== 'A14(5)' || !isTopManager(of));

const isDocumented = ({ source, documentNumber, documentIds }: Finding) =>
  !!source && (!!documentNumber || (documentIds?.length ?? 0) > 0);

/**
 * Throws `Refused` unless each finding fits the applicant: eligibility.findings-unfit; for one that excludes, its date,
 * source and document (exclusion.…); for a policy loss accepted, its evidence (A12(6)).
 */
export function refuseUnlessFit(of: Application, findings: readonly Finding[], cycle: Pinned, now: Instant): void {
  const { conditions, exclusions } = itemsToFind(of.kind, cycle.rules);
  const fits = (f: Finding) =>
    (conditions.includes(f.item) &&
      conditionResults.includes(f.result) &&
      (f.result !== 'notApplicable' || isExcused(of, f))) ||
    (exclusions.includes(f.item) && exclusionResults.includes(f.result));
  const found = findings.map((f) => f.item);
  const unfit = findings.filter((f, i) => !fits(f) || found.indexOf(f.item) !== i).map((f) => f.item);
  refuseUnless(unfit.length === 0, 'eligibility.findings-unfit', { items: unfit });
  for (const finding of findings) {
    const { item, result, fact } = finding;
    const excluding = result === 'present' || (item === 'A14(5)' && result === 'notMet' && isTopManager(of));
    if (!excluding) continue;
    refuseUnless(!!fact, 'exclusion.undocumented', { items: [item] }, item);
    refuseUnlessExcludes(of, { item, fact, isDocumented: isDocumented(finding) }, cycle, now);
  }
  const losses = checkArithmetic(of, cycle).flatMap((c) =>
    c.rule === 'fiscalYear' && c.verdict === 'officer' ? [c.year] : [],
  );
  const accepted = findings.find((f) => f.item === 'A12(6)' && f.result === 'met');
  const hasEvidence = !!accepted?.documentNumber || (accepted?.documentIds?.length ?? 0) > 0;
  refuseUnless(losses.length === 0 || !accepted || hasEvidence, 'eligibility.policy-loss-undocumented', {
    years: losses,
  });
}

/** Throws `Refused` eligibility.findings-missing unless every condition and exclusion has its finding. */
export function refuseUnlessComplete(of: Application, findings: readonly Finding[], cycle: Pinned): void {
  const { conditions, exclusions } = itemsToFind(of.kind, cycle.rules);
  const missing = [...conditions, ...exclusions].filter((item) => !findings.some((f) => f.item === item));
  refuseUnless(missing.length === 0, 'eligibility.findings-missing', { items: missing });
}
