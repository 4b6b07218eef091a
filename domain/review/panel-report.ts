import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Criteria } from './criteria/criteria.ts';
import { incompleteItems, refuseUnlessFits, refuseUnlessOfCriteria } from './fill-sheet.ts';
import { refuseIfShort } from './on-panel.ts';
import type { Review } from './review.ts';
import { sheetsOfPanel } from './review.ts';
import { meanInSteps, percentage, scoreMilli, spread } from './score.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What the leader enters after the consensus meeting. */
export const panelReport = z.object({
  items: z
    .array(
      z.object({
        code: z.string(),
        percentage,
        strengths: text(4000),
        improvements: text(4000),
        consensus: z.boolean().default(false).describe('The panel agreed on this percentage in its meeting'),
      }),
    )
    .max(100),
  themes: text(8000).describe('Key themes across the items'),
  recommendation: text(4000),
});
export type PanelReport = z.infer<typeof panelReport>;

interface Ground {
  readonly rules: Pick<Rules, 'consensusSpread' | 'panelMinimum'>;
  /** The edition that the cycle has named for the applicant's kind. */
  readonly criteria: Criteria;
  readonly sheets: readonly Review[];
}

/**
 * Hands the panel's report in. An item is the rounded mean of the sheets unless the panel says that it agreed on
 * something else, and it must have agreed where two assessors were further apart than the rules allow (D25). Throws
 * `Refused` report.sheets-missing, report.consensus-needed, report.not-the-mean, panel.short and those of sheets.
 */
export function handInPanelReport(
  of: Application,
  report: PanelReport,
  { rules, criteria, sheets }: Ground,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'handInPanelReport', circumstances.actor);
  refuseUnless(!of.materialReview, 'panel.report-handed-in');
  const counted = sheetsOfPanel(of, sheets).filter((s) => s.status === 'handedIn');
  const members = of.panel?.assessorIds.length ?? 0;
  refuseIfShort(of, rules);
  const missing = members - counted.length;
  refuseUnless(missing === 0 && counted.length > 0, 'report.sheets-missing', { missing });
  refuseUnlessOfCriteria(criteria, report.items);
  const incomplete = incompleteItems(criteria, report.items);
  refuseUnless(incomplete.length === 0, 'review.incomplete', { items: incomplete });
  refuseUnlessFits(report.items, report.themes + report.recommendation);
  refuseUnlessAgreed(report, counted, rules.consensusSpread);
  const { actor, now } = circumstances;
  const basis = counted.map((s) => s.reviewId);
  const score = scoreMilli(criteria, report.items);
  return decided(
    circumstances,
    {
      ...of,
      materialReview: { ...report, scoreMilli: score, sheets: basis, by: actor.personId, at: now },
      reportToRedo: undefined,
    },
    { type: 'panelReportHandedIn', detail: { sheets: basis } },
  );
}

function refuseUnlessAgreed({ items }: PanelReport, sheets: readonly Review[], most: number): void {
  const given = (code: string) => sheets.flatMap((s) => s.items.find((i) => i.code === code)?.percentage ?? []);
  const alone = items.filter((i) => !i.consensus);
  const apart = alone.filter((i) => spread(given(i.code)) > most).map((i) => i.code);
  refuseUnless(apart.length === 0, 'report.consensus-needed', { items: apart, most });
  const off = alone.filter((i) => i.percentage !== meanInSteps(given(i.code))).map((i) => i.code);
  refuseUnless(off.length === 0, 'report.not-the-mean', { items: off });
}
