import { systemActor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { OnSite } from '../on-site/on-site.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Review } from '../review/review.ts';
import type { Conflict } from './conflict.ts';
import { goesBack, reportRestingOn, visitWith } from './set-aside.ts';

/** What a conflict changes: the application, the person's sheets, and the reports that rested on their part. */
export interface SteppedBack {
  readonly application: Outcome<Application>;
  readonly sheets: readonly Outcome<Review>[];
  /** The report as it was: kept beside the application, to be done again without the voided sheet. */
  readonly formerReport?: NonNullable<Application['materialReview']>;
  /** The visit as it was signed and reported, kept likewise. */
  readonly formerVisit?: OnSite;
}

type Found = Pick<Conflict, 'personId' | 'ground' | 'statement' | 'source'>;

/**
 * The person is off the panel at once; of a winner's case, whose review is long over, only the mark is new. Their sheets, scores and findings are kept, void, and never count again; a report
 * that rested on one of them is set aside and done again, and a case that has gone on since goes back to the visit.
 * Leadership passes to the next in the office's order until the office names a substitute (D26).
 */
export function stepBack(
  of: Application,
  found: Found,
  sheets: readonly Review[],
  circumstances: Circumstances,
): SteppedBack {
  const { actor, now } = circumstances;
  const { personId, ground, source } = found;
  if (of.stage === 'Awarded') return { application: marked(of, found, circumstances), sheets: [] };
  const leftPanel = of.panel?.assessorIds.includes(personId) ?? false;
  const own = sheets.filter((s) => s.assessorId === personId && !s.voided);
  const report = reportRestingOn(of, own);
  const visit = visitWith(of, personId);
  const back = goesBack(of, { report, visit });
  const formerVisit = visit ?? (back ? of.onSite : undefined);
  const next: Application = {
    ...of,
    conflicts: [...(of.conflicts ?? []), { ...found, by: actor.personId, at: now, leftPanel }],
    panel: without(of.panel, personId),
    defence: of.defence && { ...of.defence, scores: voided(of.defence.scores, personId, now) },
    ...(report && { materialReview: undefined, reportToRedo: { since: now } }),
    ...(visit && { onSite: { plan: visit.plan } }),
  };
  const detail = {
    personId,
    ground,
    source,
    leftPanel,
    voidedSheets: own.map((s) => s.reviewId),
    reportSetAside: !!report,
    visitSetAside: !!visit,
  };
  return {
    application: back
      ? backToVisit(next, detail, circumstances)
      : decided(circumstances, next, { type: 'conflictFound', detail }),
    sheets: own.map((sheet) =>
      decided(
        circumstances,
        { ...sheet, voided: { at: now, because: 'conflict' as const } },
        { type: 'sheetVoided', detail: { applicationId: of.applicationId, because: 'conflict' } },
      ),
    ),
    ...(report && { formerReport: report }),
    ...(formerVisit && { formerVisit }),
  };
}

function marked(of: Application, found: Found, circumstances: Circumstances): Outcome<Application> {
  const { personId, ground, source } = found;
  const noted = { ...found, by: circumstances.actor.personId, at: circumstances.now, leftPanel: false };
  const next = { ...of, conflicts: [...(of.conflicts ?? []), noted] };
  return decided(circumstances, next, {
    type: 'conflictFound',
    detail: {
      personId,
      ground,
      source,
      leftPanel: false,
      voidedSheets: [],
      reportSetAside: false,
      visitSetAside: false,
    },
  });
}

/** Lists that the case was on before hold no longer: it is ranked and recommended again, by the new numbers. */
function backToVisit(of: Application, detail: object, circumstances: Circumstances): Outcome<Application> {
  const { now } = circumstances;
  // What follows from the conflict is the process's own doing, whoever declared it.
  enter('application', of, 'setVisitAside', systemActor);
  const onSite = of.onSite && { ...of.onSite, report: undefined };
  return decided(
    circumstances,
    { ...move(of, 'OnSiteReview', now), onSite, reopenedAt: now, listed: undefined },
    moved(of, 'conflictFound', 'OnSiteReview', { ...detail }),
  );
}

const voided = (scores: NonNullable<Application['defence']>['scores'], personId: string, now: string) =>
  scores.map((s) => (s.assessorId === personId && !s.voidedAt ? { ...s, voidedAt: now } : s));

function without(panel: Application['panel'], assessorId: string): Application['panel'] {
  const assessorIds = panel?.assessorIds.filter((id) => id !== assessorId) ?? [];
  const [first] = assessorIds;
  if (!panel || first === undefined) return undefined;
  return { ...panel, assessorIds, leaderId: panel.leaderId === assessorId ? first : panel.leaderId };
}
