import type { Winner } from '../approval/winner.ts';
import { dateAt, yearOf } from '../calendar/civil.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Bonus } from './bonus.ts';
import type { Ledger } from './ledger.ts';
import { post } from './ledger.ts';

/** What the office proposes. Amounts in fen. */
export type Proposal = Pick<Bonus, 'year' | 'amount' | 'tax' | 'taxBasis' | 'purpose' | 'purposeText'>;

/**
 * Throws `Refused` unless the winner can receive this: organisations never (bonus.organisation, A6), individuals who
 * hold the Quality Award by a decision of the government, exactly what the cycle set (D16).
 */
export function refuseUnlessDue(of: Winner, amount: number, { bonusYuan }: Pick<Rules, 'bonusYuan'>): void {
  refuseUnless(of.kind === 'individual', 'bonus.organisation');
  refuseUnless(of.award === 'qualityAward', 'bonus.not-for-award');
  refuseUnless(of.status === 'standing', 'bonus.revoked');
  refuseUnless(bonusYuan > 0 && amount === bonusYuan * 100, 'bonus.amount-wrong', { setFen: bonusYuan * 100 });
}

/** The office proposes a bonus: possible once the winner is on the roll, which only the government's decision does. */
export function proposeBonus(
  of: Winner,
  earlier: Bonus | undefined,
  proposal: Proposal,
  rules: Pick<Rules, 'bonusYuan'>,
  circumstances: Circumstances,
): Outcome<Bonus> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(!earlier || earlier.status === 'rejected', 'bonus.proposed-already');
  refuseUnlessDue(of, proposal.amount, rules);
  refuseUnless(proposal.tax <= proposal.amount, 'bonus.tax-wrong');
  refuseUnless(proposal.year >= yearOf(of.decision.date), 'bonus.year-wrong', { decidedOn: of.decision.date });
  const head = earlier ?? newHead(of.programmeId);
  const { version, chain, programmeId } = head;
  const next: Bonus = {
    ...{ version, chain, programmeId },
    ...proposal,
    ...{ certificateNumber: of.certificateNumber, applicationId: of.applicationId, winnerName: of.name },
    status: 'proposed',
    proposed: { by: actor.personId, at: now },
  };
  return decided(circumstances, next, { type: 'bonusProposed', detail: { ...proposal } });
}

/** What a step changes: the bonus, and its year's ledger with it. */
export interface Posted {
  readonly bonus: Outcome<Bonus>;
  readonly ledger?: Outcome<Ledger>;
}

const refuseUnlessStatus = (of: Bonus, status: Bonus['status']) =>
  refuseUnless(of.status === status, 'bonus.wrong-status', { status: of.status });

/** Another officer than who proposed decides; what is approved is committed in the year's ledger, within its budget. */
export function decideBonus(
  of: Bonus,
  { approved, reason }: { approved: boolean; reason?: string | undefined },
  { winner, ledger, rules }: { winner: Winner; ledger: Ledger; rules: Pick<Rules, 'bonusYuan'> },
  circumstances: Circumstances,
): Posted {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessStatus(of, 'proposed');
  refuseUnless(of.proposed.by !== actor.personId, 'proposal.same-person');
  const decision = { by: actor.personId, at: now, reason };
  if (!approved) {
    refuseUnless(!!reason, 'bonus.reason-missing');
    const rejected = { ...of, status: 'rejected' as const, decided: decision };
    return { bonus: decided(circumstances, rejected, { type: 'bonusRejected', detail: { reason } }) };
  }
  refuseUnlessDue(winner, of.amount, rules);
  return {
    bonus: decided(
      circumstances,
      { ...of, status: 'approved', decided: decision },
      { type: 'bonusApproved', detail: { amount: of.amount, proposedBy: of.proposed.by } },
    ),
    ledger: post(ledger, { committed: of.amount }, of.certificateNumber, circumstances),
  };
}

/** The office records that it was paid: what was granted less the tax, once, with the bank's reference. */
export function recordPayment(
  of: Bonus,
  { reference, on }: { reference: string; on: string },
  { winner, ledger }: { winner: Winner; ledger: Ledger },
  circumstances: Circumstances,
): Posted {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessStatus(of, 'approved');
  refuseUnless(winner.status === 'standing', 'bonus.revoked');
  refuseUnless(on <= dateAt(now) && on >= dateAt(of.decided?.at ?? now), 'bonus.date-wrong');
  const payment = { by: actor.personId, at: now, reference, on, amount: of.amount - of.tax };
  return {
    bonus: decided(
      circumstances,
      { ...of, status: 'paid', payment },
      { type: 'bonusPaid', detail: { reference, on, amount: payment.amount, tax: of.tax } },
    ),
    ledger: post(ledger, { paid: of.amount }, of.certificateNumber, circumstances),
  };
}
