import type { Actor } from '../actor.ts';
import type { Membership } from '../applicant.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Winner } from '../approval/winner.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { refuseUnless } from '../refused.ts';

/** Whether the person acts for the winner: who applied, or a member of that application. */
export const actsForWinner = (
  of: Winner,
  { members }: { readonly members?: readonly Membership[] | undefined },
  actor: Actor,
): boolean => of.ownerId !== '' && actsForApplicant({ ownerId: of.ownerId, members }, actor.personId);

/** Throws `Refused` winner.not-yours to anyone but the winner, winner.revoked after a revocation (A25, A27). */
export function refuseUnlessEntitled(
  of: Winner,
  application: { readonly members?: readonly Membership[] | undefined },
  actor: Actor,
): void {
  refuseUnless(actsForWinner(of, application, actor), 'winner.not-yours');
  refuseUnless(of.status === 'standing', 'winner.revoked', { revokedOn: of.revokedOn });
}

/** Throws `Refused` mark.none-for-nomination where the cycle gives the Nomination Award no mark (D24). */
export const refuseUnlessMarked = (of: Winner, rules: Pick<Cycle['rules'], 'nominationMark'>): void =>
  refuseUnless(of.award === 'qualityAward' || rules.nominationMark === 'labelled', 'mark.none-for-nomination');
