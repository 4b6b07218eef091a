import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import { refuseUnless } from '../refused.ts';

/** Whether the person is on the panel and still an assessor of the programme. */
export const isOnPanel = (of: Application, actor: Actor): boolean =>
  (of.panel?.assessorIds.includes(actor.personId) ?? false) && hasRole(actor, 'assessor', of.programmeId);

const reviewStages: readonly Application['stage'][] = ['MaterialReview', 'Defence', 'OnSiteReview'];

/** Whether a panel is at work in the stage. */
export const isReviewStage = (stage: Application['stage']): boolean => reviewStages.includes(stage);

/** Whether the person reviews the case now: on the panel, and not after, since what it had to read is read. */
export const isReviewing = (of: Application, actor: Actor): boolean => isReviewStage(of.stage) && isOnPanel(of, actor);

/** Throws `Refused` panel.short: a panel with fewer members than the cycle demands closes nothing (D26). */
export function refuseIfShort(
  { panel }: Pick<Application, 'panel'>,
  { panelMinimum: least }: Pick<Rules, 'panelMinimum'>,
) {
  const members = panel?.assessorIds.length ?? 0;
  refuseUnless(members >= least, 'panel.short', { members, least });
}

/** Throws `Refused` record.not-found unless the person is on the panel while there is something to review. */
export const refuseUnlessReviewing = (of: Application, actor: Actor): void =>
  refuseUnless(isReviewing(of, actor), 'record.not-found', { record: 'application' });

/** Whether the person may read all that panels do, without a part in it: the office and the auditors. */
export const overseesReview = (of: Application, actor: Actor): boolean =>
  of.stage !== 'Draft' && (['office', 'auditor'] as const).some((role) => hasRole(actor, role, of.programmeId));

/** Throws `Refused` record.not-found unless the person oversees the review or is on the panel. */
export const refuseUnlessPanelOrOverseer = (of: Application, actor: Actor): void =>
  overseesReview(of, actor) ? undefined : refuseUnlessReviewing(of, actor);

/** Throws `Refused` record.not-found unless the person oversees the review: what is not even the panel's to read. */
export const refuseUnlessOverseer = (of: Application, actor: Actor): void =>
  refuseUnless(overseesReview(of, actor), 'record.not-found', { record: 'application' });
