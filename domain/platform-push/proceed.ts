import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { done } from '../revocation/recover.ts';
import type { Revocation } from '../revocation/revocation.ts';
import type { Platform, Push, Receipt } from './push.ts';
import { platforms } from './push.ts';

/** The recovery task that a platform's receipt does. */
export const taskOf = { credit: 'creditPlatform', supervision: 'supervisionPlatform' } as const satisfies Record<
  Platform,
  string
>;

const setOut = ({ platform, round }: Pick<Push, 'platform' | 'round'>) => ({
  type: 'pushRequested',
  detail: { platform, round },
});

/** A push to each platform, saved with the decision that revokes: none can be forgotten (A27). */
export const requestPushes = (
  of: Revocation,
  newId: (prefix: string) => string,
  circumstances: Circumstances,
): Outcome<Push>[] =>
  platforms.map((platform) => {
    const { programmeId, revocationId, certificateNumber } = of;
    const next: Push = {
      ...newHead(programmeId),
      ...{ pushId: newId('psh'), revocationId, certificateNumber, platform },
      ...{ status: 'pending', round: 1, requestedAt: circumstances.now },
    };
    return decided(circumstances, next, setOut(next));
  });

/** The platform took it: its receipt is kept, and the task of the case is done. */
export function deliverPush(
  of: Push,
  revocation: Revocation,
  receipt: Receipt,
  circumstances: Circumstances,
): { push: Outcome<Push>; revocation: Outcome<Revocation> } {
  const { platform } = of;
  const { receiptNumber } = receipt;
  const delivered = { ...of, status: 'delivered' as const, receipt, deliveredAt: circumstances.now };
  return {
    push: decided(circumstances, delivered, { type: 'pushDelivered', detail: { platform, receiptNumber } }),
    revocation: done(revocation, taskOf[platform], receiptNumber, circumstances),
  };
}

/** All tries of the round failed: the staff see it and can set it out again. Undefined when it was delivered after all. */
export function failPush(of: Push, error: string, circumstances: Circumstances): Outcome<Push> | undefined {
  if (of.status !== 'pending') return undefined;
  const { platform, revocationId } = of;
  return decided(
    circumstances,
    { ...of, status: 'failed', failure: { error, at: circumstances.now } },
    { type: 'pushFailed', detail: { platform, error, revocationId } },
  );
}

/** An officer sets a failed push out again; the platform knows a repeat by its key. Throws `Refused` push.not-failed. */
export function pushAgain(of: Push, circumstances: Circumstances): Outcome<Push> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'failed', 'push.not-failed', { status: of.status });
  const next: Push = { ...of, status: 'pending', round: of.round + 1 };
  return decided(circumstances, next, setOut(next));
}
