import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { standingSuspension } from './is-suspended.ts';
import type { Suspension } from './suspension.ts';

const suspensionOf = (of: Application): Suspension => {
  const standing = standingSuspension(of);
  if (!standing) throw new Refused('suspension.none');
  return standing;
};

const withSuspension = (of: Application, before: Suspension, after: Suspension): Application => ({
  ...of,
  suspensions: (of.suspensions ?? []).map((s) => (s === before ? after : s)),
});

/** One officer proposes to lift the suspension, with a reason: the first of two persons. */
export function proposeLifting(
  of: Application,
  { reason }: { reason: string },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'proposeLifting', actor);
  const standing = suspensionOf(of);
  const { liftProposal } = standing;
  refuseUnless(!liftProposal, 'proposal.stands', { at: liftProposal?.at });
  refuseUnless(!of.refusalProposal, 'proposal.stands', { at: of.refusalProposal?.at });
  const proposed = { ...standing, liftProposal: { reason, by: actor.personId, at: now } };
  return decided(circumstances, withSuspension(of, standing, proposed), {
    type: 'liftingProposed',
    detail: { reason },
  });
}

/**
 * Another officer decides: the case goes on from where it stands, or stays suspended. Who proposed can take it back but
 * never confirm it. Throws `Refused` proposal.none, proposal.same-person.
 */
export function decideLifting(
  of: Application,
  { confirmed, reason }: { confirmed: boolean; reason: string },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'decideLifting', actor);
  const standing = suspensionOf(of);
  const { liftProposal, facts } = standing;
  refuseUnless(!!liftProposal, 'proposal.none');
  const detail = { reason, proposedBy: liftProposal.by };
  if (!confirmed)
    return decided(circumstances, withSuspension(of, standing, { facts }), { type: 'liftingRejected', detail });
  refuseUnless(liftProposal.by !== actor.personId, 'proposal.same-person');
  const lifted = { reason: liftProposal.reason, proposedBy: liftProposal.by, by: actor.personId, at: now };
  return decided(circumstances, withSuspension(of, standing, { facts, lifted }), {
    type: 'suspensionLifted',
    detail: { ...detail, items: facts.map((f) => f.item) },
    wake: true,
  });
}
