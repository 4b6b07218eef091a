import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Criteria } from '../review/criteria/criteria.ts';
import { itemsOf } from '../review/criteria/criteria.ts';
import { refuseIfShort } from '../review/on-panel.ts';
import { percentage, scoreMilli } from '../review/score.ts';
import type { Finding } from './finding.ts';
import type { KeptEvidence } from './on-site.ts';
import { countedFindings, isSigned, unsigned } from './team.ts';

/** What the leader reports: every item of the criteria by its percentage, as the material review has it. */
export const visitReport = z.object({
  items: z
    .array(
      z.object({
        code: z.string(),
        percentage,
        comment: z.string().trim().min(1).max(2000).optional().describe('Required where the visit changed the item'),
      }),
    )
    .max(100),
  conclusion: z.string().trim().min(1).max(4000),
});
type Report = z.infer<typeof visitReport>;

interface Ground {
  readonly criteria: Criteria;
  readonly rules: Pick<Rules, 'panelMinimum'>;
  readonly evidence: readonly KeptEvidence[];
}

/** The files that the report rests on: to be kept with the application's own (A29). */
export const evidenceOf = (of: Application, findings: readonly Finding[]): string[] => [
  ...new Set(countedFindings(of, findings).flatMap((f) => f.evidence)),
];

/** Throws `Refused` unless each item of the criteria is there once, and explained where it differs from the materials. */
function refuseUnlessComplete(of: Application, { items }: Report, criteria: Criteria): void {
  const known = itemsOf(criteria).map((i) => i.code);
  const codes = items.map((i) => i.code);
  const unknown = codes.filter((code, i) => !known.includes(code) || codes.indexOf(code) !== i);
  refuseUnless(unknown.length === 0, 'on-site.unknown-items', { items: unknown });
  const missing = known.filter((code) => !codes.includes(code));
  refuseUnless(missing.length === 0, 'on-site.items-missing', { items: missing });
  const before = new Map(of.materialReview?.items.map((i) => [i.code, i.percentage]));
  const silent = items.filter((i) => i.percentage !== before.get(i.code) && !i.comment).map((i) => i.code);
  refuseUnless(silent.length === 0, 'on-site.change-unexplained', { items: silent });
}

/**
 * Whether the leader may hand the report in now: asked before any evidence is copied into the records. Throws `Refused`
 * panel.short, on-site.plan-missing, on-site.team-unsigned, on-site.applicant-unasked and what is missing in the report (A19).
 */
export function refuseUnlessReportable(
  of: Application,
  report: Report,
  { criteria, rules }: Pick<Ground, 'criteria' | 'rules'>,
  { actor }: Pick<Circumstances, 'actor'>,
): void {
  enter('application', of, 'handInOnSiteReport', actor);
  refuseUnless(!of.reportToRedo, 'report.redo-first');
  refuseIfShort(of, rules);
  refuseUnless(!!of.onSite?.plan, 'on-site.plan-missing');
  refuseUnless(isSigned(of), 'on-site.team-unsigned', { missing: unsigned(of).length });
  refuseUnless(!!of.onSite.applicantAnswer, 'on-site.applicant-unasked');
  refuseUnlessComplete(of, report, criteria);
}

/** Hands the on-site report in: the items make its score, in whole thousandths of a point (A19). */
export function handInOnSiteReport(
  of: Application,
  report: Report,
  ground: Ground,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseUnlessReportable(of, report, ground, circumstances);
  const { criteria, evidence } = ground;
  const score = scoreMilli(criteria, report.items);
  const kept = { ...report, scoreMilli: score, evidence: [...evidence], by: actor.personId, at: now };
  return decided(
    circumstances,
    { ...move(of, 'Recommendation', now), onSite: { ...of.onSite, report: kept } },
    moved(of, 'onSiteReportHandedIn', 'Recommendation', { evidence: evidence.map((e) => e.sha256) }),
  );
}
