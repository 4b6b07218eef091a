import type { Actor } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Circumstances } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { ObjectionCase } from './investigate.ts';
import { refuseIfNaming, refuseUnlessOpen } from './investigate.ts';
import type { Objection, ObjectionDecision } from './objection.ts';
import type { WithApplication } from './receive.ts';

type Of<D extends ObjectionDecision['decision']> = Extract<ObjectionDecision, { decision: D }>;

/** Who verified an objection proposes to uphold it: the first of two persons. The applicant stays where it is. */
export function proposeUpholding(
  { objection }: ObjectionCase,
  { findings, answer, article, reason }: Of<'upheld'>,
  circumstances: Circumstances,
): WithApplication {
  const { actor, now } = circumstances;
  // The findings go into papers that the committee and the government read.
  refuseIfNaming(objection, `${findings}\n${reason}`);
  const { noticeTitle, applicationId } = objection;
  return {
    objection: decided(
      circumstances,
      { ...objection, upholding: { findings, answer, article, reason, by: actor.personId, at: now } },
      { type: 'upholdingProposed', detail: { noticeTitle, applicationId, article } },
    ),
  };
}

/**
 * The proposal that an officer decides on. Who proposed can take it back, and never confirm it. Throws `Refused`
 * person.role-missing, record.not-found for who acts for the applicant, objection.not-open, proposal.none,
 * proposal.same-person.
 */
export function refuseUnlessConfirming(
  { objection, application }: ObjectionCase,
  decision: 'confirmed' | 'returned',
  actor: Actor,
): NonNullable<Objection['upholding']> {
  requireRole(actor, 'office', objection.programmeId);
  refuseUnless(!actsForApplicant(application, actor.personId), 'record.not-found', { record: 'objection' });
  refuseUnlessOpen(objection);
  const { upholding } = objection;
  refuseUnless(!!upholding, 'proposal.none');
  refuseUnless(decision === 'returned' || upholding.by !== actor.personId, 'proposal.same-person');
  return upholding;
}

/** The proposal goes back to who verified the objection, with the reason; the objection stays open. */
export function returnUpholding(
  { objection }: ObjectionCase,
  { reason }: Of<'returned'>,
  circumstances: Circumstances,
): WithApplication {
  const { noticeTitle, applicationId, investigator } = objection;
  return {
    objection: decided(
      circumstances,
      { ...objection, upholding: undefined },
      { type: 'upholdingReturned', detail: { noticeTitle, applicationId, personId: investigator?.personId, reason } },
    ),
  };
}
