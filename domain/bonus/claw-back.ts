import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { done } from '../revocation/recover.ts';
import type { Revocation } from '../revocation/revocation.ts';
import type { Bonus } from './bonus.ts';
import { receivedOf } from './bonus.ts';
import type { Posted } from './grant.ts';
import type { Ledger } from './ledger.ts';
import { post } from './ledger.ts';

/** Whether a revocation has to claw it back. */
export const wasPaid = (of: Bonus | undefined): boolean => of?.status === 'paid';

/**
 * What a revocation does to the bonus: one that was paid is owed back as a whole; one that was not is stopped, and what
 * it had committed is free again (A27).
 */
export function revokeBonus(
  of: Bonus,
  revocationId: string,
  ledger: Ledger,
  circumstances: Circumstances,
): Posted | undefined {
  if (of.status === 'paid') {
    const clawback = { revocationId, due: of.amount, received: [] };
    const next = { ...of, status: 'clawback' as const, clawback };
    return {
      bonus: decided(circumstances, next, { type: 'clawbackOpened', detail: { revocationId, due: of.amount } }),
    };
  }
  if (of.status !== 'proposed' && of.status !== 'approved') return undefined;
  const bonus = decided(
    circumstances,
    { ...of, status: 'stopped' as const },
    { type: 'bonusStopped', detail: { revocationId } },
  );
  if (of.status === 'proposed') return { bonus };
  return { bonus, ledger: post(ledger, { committed: -of.amount }, of.certificateNumber, circumstances) };
}

/** A sum that came back, as the office records it. */
export interface Returned {
  readonly amount: number;
  readonly reference: string;
  readonly on: string;
}

/**
 * The office records what came back. With the last fen the task of the revocation is done. Throws `Refused`
 * bonus.wrong-status, bonus.more-than-due, bonus.date-wrong.
 */
export function recordReturn(
  of: Bonus,
  { amount, reference, on }: Returned,
  { ledger, revocation }: { ledger: Ledger; revocation: Revocation | undefined },
  circumstances: Circumstances,
): Posted & { readonly revocation?: Outcome<Revocation> } {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  const { clawback } = of;
  if (of.status !== 'clawback' || !clawback || !revocation)
    throw new Refused('bonus.wrong-status', { status: of.status });
  const open = clawback.due - receivedOf(of);
  refuseUnless(amount <= open, 'bonus.more-than-due', { openFen: open });
  refuseUnless(on <= dateAt(now), 'bonus.date-wrong');
  const received = [...clawback.received, { amount, reference, on, by: actor.personId, at: now }];
  const isWhole = amount === open;
  const next: Bonus = { ...of, status: isWhole ? 'recovered' : 'clawback', clawback: { ...clawback, received } };
  return {
    bonus: decided(circumstances, next, { type: 'bonusReturned', detail: { amount, reference, open: open - amount } }),
    ledger: post(ledger, { recovered: amount }, of.certificateNumber, circumstances),
    ...(isWhole && { revocation: done(revocation, 'bonus', reference, circumstances) }),
  };
}
