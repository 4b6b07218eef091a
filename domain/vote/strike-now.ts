import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { isOver } from './convene.ts';
import type { Meeting } from './meeting.ts';
import type { Strike } from './strike.ts';
import { strike, strikeEvents } from './strike.ts';

/**
 * A candidate whose case ended leaves the meeting at once, an open ballot too: nobody is asked about it any more, and
 * what was cast on it does not count. Undefined when the meeting is over or knows nothing of it.
 */
export function strikeNow(of: Meeting, struck: Strike, circumstances: Circumstances): Outcome<Meeting> | undefined {
  const isCandidate = of.candidates.some((c) => c.applicationId === struck.applicationId);
  if (isOver(of) || of.status === 'closed' || !isCandidate) return undefined;
  const next = strike(of, [struck], circumstances.now);
  const events = strikeEvents(of, next);
  return events.length === 0 ? undefined : decided(circumstances, next, ...events);
}
