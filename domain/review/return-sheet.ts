import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Review } from './review.ts';

/** A returned sheet: it stays as it was handed in, and the next version is opened beside it. */
export interface ReturnedSheet {
  readonly application: Outcome<Application>;
  readonly returned: Outcome<Review>;
  readonly next: Review;
}

/**
 * The leader returns a colleague's sheet with a reason, before the report. What was handed in is never changed: the
 * assessor goes on in a copy. The application is saved with it, so that no report that is being handed in rests on the
 * sheet. Throws `Refused` review.own-return, review.not-handed-in, panel.report-handed-in.
 */
export function returnSheet(
  of: Review,
  application: Application,
  { reason, nextId }: { reason: string; nextId: string },
  circumstances: Circumstances,
): ReturnedSheet {
  const { actor, now } = circumstances;
  enter('application', application, 'returnReview', actor);
  refuseUnless(of.assessorId !== actor.personId, 'review.own-return');
  refuseUnless(!application.materialReview, 'panel.report-handed-in');
  refuseUnless(of.status === 'handedIn' && !of.returned && !of.voided, 'review.not-handed-in');
  const { reviewId, assessorId, round } = of;
  const detail = { reviewId, assessorId, round, reason };
  const { handedInAt: _, ...copied } = of;
  return {
    application: decided(circumstances, application, { type: 'reviewReturned', detail }),
    returned: decided(
      circumstances,
      { ...of, returned: { at: now, by: actor.personId, reason, nextId } },
      { type: 'sheetReturned', detail: { applicationId: of.applicationId, reason, nextId } },
    ),
    next: {
      ...copied,
      version: 1,
      chain: { sequence: 0, hash: '' },
      reviewId: nextId,
      round: round + 1,
      status: 'draft',
    },
  };
}
