import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import { hasOpenObjection } from '../objection/mark.ts';
import { noticeKindOf } from './standing.ts';

const after = { EligibilityNotice: 'MaterialReview', AwardNotice: 'GovernmentApproval' } as const;

/**
 * The notice's period is over (A16, A21): without an open objection the application goes on, with one it stays where it
 * is until the objection is decided, and a suspended one until that is resolved. Throws `Refused` notice.not-published, notice.running.
 */
export function endNotice(of: Application, circumstances: Circumstances): Outcome<Application> {
  if (isSuspended(of)) return decided(circumstances, of);
  enter('application', of, 'endNotice', circumstances.actor);
  const kind = noticeKindOf(of.stage);
  const mark = kind && of.notices[kind];
  refuseUnless(mark !== undefined, 'notice.not-published');
  refuseUnless(circumstances.now >= mark.endsAt, 'notice.running', { endsAt: mark.endsAt });
  if (!kind || hasOpenObjection(of)) return decided(circumstances, of);
  const to = after[kind];
  return decided(
    circumstances,
    move(of, to, circumstances.now),
    moved(of, 'noticeEnded', to, { noticeId: mark.noticeId }),
  );
}
