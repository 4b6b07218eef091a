import type { Actor } from '../actor.ts';
import type { Meeting } from './meeting.ts';

/** The meeting as a participant may see it: whether they voted themselves, not who did; counts only after closing. */
export const meetingFor = (actor: Actor, of: Meeting) => ({
  ...of,
  counts: of.status === 'closed' ? of.counts : undefined,
  voted: of.voted.includes(actor.personId),
});
