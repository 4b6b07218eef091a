import type { Actor } from '../actor.ts';
import { refuseUnless } from '../refused.ts';
import { presentAt } from './attendance.ts';
import { hiddenFrom } from './hidden.ts';
import type { Meeting } from './meeting.ts';
import { isRecused } from './quorum.ts';
import { standingCandidates } from './strike.ts';

/**
 * Throws `Refused` vote.not-the-chair unless the actor presides, and vote.chair-conflicted while they must not know a
 * case that is still voted on (D26): nobody leads the ballot on what they step back from. Then the office names another
 * member; where everyone in the room steps back from something, the one who presides goes on, seeing nothing of it.
 */
export function refuseUnlessPresiding(of: Meeting, actor: Actor, closed: ReadonlySet<string>): void {
  refuseUnless(actor.personId === of.chairId, 'vote.not-the-chair');
  const asked = standingCandidates(of).map((c) => c.applicationId);
  const hidden = hiddenFrom(of, actor, closed);
  if (!asked.some((id) => hidden.has(id))) return;
  const isFree = (personId: string) => personId !== actor.personId && !asked.some((id) => isRecused(of, personId, id));
  refuseUnless(!presentAt(of).some(isFree), 'vote.chair-conflicted');
}
