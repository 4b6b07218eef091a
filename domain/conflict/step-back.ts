import type { Application } from '../application/application.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Review } from '../review/review.ts';
import type { Conflict } from './conflict.ts';

/** What a conflict changes: the application, the person's sheets, and the report that rested on one of them. */
export interface SteppedBack {
  readonly application: Outcome<Application>;
  readonly sheets: readonly Outcome<Review>[];
  /** The report as it was: kept beside the application, to be done again without the voided sheet. */
  readonly formerReport?: NonNullable<Application['materialReview']>;
}

/** The stages in which a panel's report can still be done again. */
const reportStages: readonly Application['stage'][] = ['MaterialReview', 'Defence', 'OnSiteReview'];

/**
 * The person is off the panel at once. Their sheets and scores are kept, marked void, and never count again; a report
 * that rested on a voided sheet is set aside and done again. Leadership passes to the next in the office's order until
 * the office names a substitute (D26).
 */
export function stepBack(
  of: Application,
  found: Pick<Conflict, 'personId' | 'ground' | 'statement' | 'source'>,
  sheets: readonly Review[],
  circumstances: Circumstances,
): SteppedBack {
  const { actor, now } = circumstances;
  const { personId, ground, source } = found;
  const leftPanel = of.panel?.assessorIds.includes(personId) ?? false;
  const own = sheets.filter((s) => s.assessorId === personId && !s.voided);
  const report = reportRestingOn(of, own);
  const next: Application = {
    ...of,
    conflicts: [...(of.conflicts ?? []), { ...found, by: actor.personId, at: now, leftPanel }],
    panel: without(of.panel, personId),
    defence: of.defence && { ...of.defence, scores: voided(of.defence.scores, personId, now) },
    ...(report && { materialReview: undefined, reportToRedo: { since: now } }),
  };
  const detail = {
    personId,
    ground,
    source,
    leftPanel,
    voidedSheets: own.map((s) => s.reviewId),
    reportSetAside: !!report,
  };
  return {
    application: decided(circumstances, next, { type: 'conflictFound', detail }),
    sheets: own.map((sheet) =>
      decided(
        circumstances,
        { ...sheet, voided: { at: now, because: 'conflict' as const } },
        { type: 'sheetVoided', detail: { applicationId: of.applicationId, because: 'conflict' } },
      ),
    ),
    ...(report && { formerReport: report }),
  };
}

function reportRestingOn({ stage, materialReview }: Application, sheets: readonly Review[]) {
  if (!materialReview || !reportStages.includes(stage)) return undefined;
  const { sheets: basis } = materialReview;
  // A report from before the basis was noted rests on every sheet that was handed in.
  const rests = (s: Review) => s.status === 'handedIn' && (basis?.includes(s.reviewId) ?? true);
  return sheets.some(rests) ? materialReview : undefined;
}

const voided = (scores: NonNullable<Application['defence']>['scores'], personId: string, now: string) =>
  scores.map((s) => (s.assessorId === personId && !s.voidedAt ? { ...s, voidedAt: now } : s));

function without(panel: Application['panel'], assessorId: string): Application['panel'] {
  const assessorIds = panel?.assessorIds.filter((id) => id !== assessorId) ?? [];
  const [first] = assessorIds;
  if (!panel || first === undefined) return undefined;
  return { ...panel, assessorIds, leaderId: panel.leaderId === assessorId ? first : panel.leaderId };
}
