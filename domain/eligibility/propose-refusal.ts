import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { standingSuspension } from '../suspension/is-suspended.ts';
import type { Refusing } from './ground.ts';
import { refuseUnlessGrounded } from './ground.ts';

/**
 * One officer proposes to refuse the application, by an article and with a reason: the first of two persons, in any
 * stage before the award. Until another has decided, the case is held up. Throws `Refused` proposal.stands,
 * proposal.article-unfit when a late fact suspended the case and the article is not its own, eligibility.no-ground.
 */
export function proposeRefusal(
  of: Application,
  {
    reason,
    article,
    falseIdentity,
    ...refusing
  }: { reason: string; article: string; falseIdentity?: boolean | undefined } & Refusing,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'proposeRefusal', actor);
  const standing = standingSuspension(of);
  const other = of.refusalProposal ?? standing?.liftProposal;
  refuseUnless(!other, 'proposal.stands', { at: other?.at });
  const items = standing?.facts.map((f) => f.item);
  refuseUnless(!items || items.includes(article), 'proposal.article-unfit', { items });
  // Whose name was used is nobody's finding yet: two officers answer for it, and for nothing else under this head.
  refuseUnless(!falseIdentity || article === 'A15', 'eligibility.no-ground', { article }, article);
  if (!falseIdentity) refuseUnlessGrounded(of, article, refusing, now);
  return decided(
    circumstances,
    {
      ...of,
      refusalProposal: { article, reason, ...(falseIdentity && { falseIdentity }), by: actor.personId, at: now },
    },
    { type: 'refusalProposed', detail: { reason, article, falseIdentity } },
  );
}

/**
 * Another officer decides: the application is refused by the article, with the reason its applicant is told, or the
 * proposal is rejected and the case goes on. Who proposed can take it back but never confirm it. Refused for a false
 * identity, it is no application of the organisation or person whose name was used, who can still apply. Throws
 * `Refused` proposal.none, proposal.same-person, and eligibility.no-ground when what it rested on is gone.
 */
export function decideRefusal(
  of: Application,
  { confirmed, reason, ...refusing }: { confirmed: boolean; reason?: string | undefined } & Refusing,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'decideRefusal', actor);
  const { refusalProposal: proposal, ...rest } = of;
  refuseUnless(!!proposal, 'proposal.none');
  const { article, falseIdentity } = proposal;
  const proposedBy = proposal.by;
  if (!confirmed)
    return decided(circumstances, rest, {
      type: 'refusalRejected',
      detail: { article, proposedBy, reason },
      wake: true,
    });
  refuseUnless(proposedBy !== actor.personId, 'proposal.same-person');
  if (!falseIdentity) refuseUnlessGrounded(of, article, refusing, now);
  const ended = {
    ...{ stage: of.stage, reason: proposal.reason, article, at: now, proposedBy, confirmedBy: actor.personId },
    ...(falseIdentity && { falseIdentity }),
  };
  return decided(
    circumstances,
    { ...move(rest, 'Refused', now), ended },
    moved(of, 'applicationRefused', 'Refused', { reason: proposal.reason, article, proposedBy, falseIdentity }),
  );
}
