import { signedDecision } from '../approval/decide.ts';
import type { Winner } from '../approval/winner.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import { requestPushes } from '../platform-push/proceed.ts';
import type { Push } from '../platform-push/push.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Ban } from './ban.ts';
import { imposeBan } from './ban.ts';
import type { RecoveryGround } from './recovery-task.ts';
import { tasksFor } from './recovery-task.ts';
import type { Revocation } from './revocation.ts';

/** The government's decision as the registrar enters it. */
export interface RevocationDecision {
  readonly number: string;
  readonly date: string;
  readonly revoke: boolean;
  readonly reason?: string | undefined;
}

/** What is known beside the case. */
export interface RevokeGround extends RecoveryGround {
  readonly winner: Winner;
  readonly document: Document | undefined;
  readonly banId: string;
  readonly earlierBan: Ban | undefined;
  readonly rules: Rules;
  readonly newId: (prefix: string) => string;
}

/** What the decision changes: the case, and when it revokes the roll of winners and the ban with it, all or none. */
export interface RevokeOutcome {
  readonly outcome: Outcome<Revocation>;
  readonly revoked?: {
    readonly winner: Outcome<Winner>;
    readonly ban: Outcome<Ban>;
    readonly pushes: readonly Outcome<Push>[];
  };
}

const refuseUnlessDated = (of: Revocation, { date, revoke, reason }: RevocationDecision, now: string) => {
  refuseUnless(date <= dateAt(now), 'approval.date-in-future');
  const decidedOn = dateAt(of.committeeDecision?.at ?? now);
  refuseUnless(date >= decidedOn, 'revocation.date-before-committee', { decidedOn });
  refuseUnless(revoke || !!reason, 'revocation.reason-missing');
};

/**
 * The government revokes, or does not: entered by the registrar alone, with number, date and the signed PDF (A27). From
 * the date of the decision the certificate says so and the applicant is banned. Throws `Refused`
 * approval.document-missing, approval.date-in-future, revocation.date-before-committee, revocation.reason-missing.
 */
export function recordRevocation(
  of: Revocation,
  decision: RevocationDecision,
  { winner, document, banId, earlierBan, newId, ...ground }: RevokeGround,
  circumstances: Circumstances,
): RevokeOutcome {
  enter('revocation', of, 'recordRevocation', circumstances.actor);
  const { actor, now } = circumstances;
  refuseUnlessDated(of, decision, now);
  const { documentId } = signedDecision(document, actor.personId, of.programmeId);
  const to = decision.revoke ? 'Recovery' : 'Dropped';
  const governmentDecision = { ...decision, documentId, by: actor.personId };
  const { number, date, revoke } = decision;
  const { revocationId, ownerId } = of;
  const event = moved(of, 'governmentDecidedRevocation', to, { number, date, revoke, ownerId });
  const next = { ...move(of, to, now), governmentDecision };
  if (!revoke) return { outcome: decided(circumstances, next, event) };
  const ban = imposeBan(
    earlierBan,
    { banId, winner, revocationId, revokedOn: date, rules: ground.rules },
    circumstances,
  );
  return {
    outcome: decided(
      circumstances,
      { ...next, bannedUntil: ban.next.until, tasks: tasksFor(winner, ground, now) },
      event,
    ),
    revoked: {
      winner: decided(
        circumstances,
        { ...winner, status: 'revoked', revokedOn: date },
        { type: 'awardRevoked', detail: { revocationId, number, date } },
      ),
      ban,
      pushes: requestPushes(of, newId, circumstances),
    },
  };
}
