import type { Actor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { refuseUnless } from '../refused.ts';
import { isOnPanel, overseesReview } from './on-panel.ts';
import type { Review } from './review.ts';
import { sheetsOfPanel } from './review.ts';

/**
 * Whether the person may read the sheet: its assessor; once it is handed in the office and the auditors; and the
 * rest of the panel, but not before handing in their own, so that independent stays independent (A17).
 */
export function mayReadSheet(of: Review, application: Application, sheets: readonly Review[], actor: Actor): boolean {
  if (of.status === 'handedIn' && overseesReview(application, actor)) return true;
  if (!isOnPanel(application, actor)) return false;
  if (of.assessorId === actor.personId) return true;
  const own = sheetsOfPanel(application, sheets).find((s) => s.assessorId === actor.personId);
  return of.status === 'handedIn' && !of.voided && own?.status === 'handedIn';
}

/** Throws `Refused` record.not-found unless the person may read the sheet. */
export const refuseUnlessReadable = (...of: Parameters<typeof mayReadSheet>): void =>
  refuseUnless(mayReadSheet(...of), 'record.not-found', { record: 'review' });

/**
 * The panel and how far it is, for those who organise it: office, auditors and its leader. Throws `Refused`
 * record.not-found for everyone else: how many have handed in is not the members' business.
 */
export function panelProgress(of: Application, sheets: readonly Review[], actor: Actor) {
  const isLeader = isOnPanel(of, actor) && of.panel?.leaderId === actor.personId;
  refuseUnless(overseesReview(of, actor) || isLeader, 'record.not-found', { record: 'panel' });
  const members = (of.panel?.assessorIds ?? []).map((assessorId) => {
    const sheet = sheetsOfPanel(of, sheets).find((s) => s.assessorId === assessorId);
    const readable = sheet && mayReadSheet(sheet, of, sheets, actor);
    return { assessorId, status: sheet?.status ?? 'draft', ...(readable && { reviewId: sheet.reviewId }) };
  });
  return { applicationId: of.applicationId, leaderId: of.panel?.leaderId, formedAt: of.panel?.formedAt, members };
}
