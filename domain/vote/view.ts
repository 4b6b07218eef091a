import type { Actor } from '../actor.ts';
import { presentAt } from './attendance.ts';
import { questionsFor } from './cast-ballot.ts';
import type { Meeting } from './meeting.ts';

/**
 * The meeting as a participant may see it: whether they voted themselves, how many sheets were cast of how many, and no
 * count of a ballot that is not closed. An open ballot's names are shown with its count.
 */
export const meetingFor = (actor: Actor, of: Meeting) => {
  const { ballot, ...rest } = of;
  const present = presentAt(of);
  const isVoter = of.members.includes(actor.personId);
  return {
    ...rest,
    present,
    counts: of.status === 'closed' ? of.counts : undefined,
    voted: ballot?.voted.includes(actor.personId) ?? false,
    ...(ballot && {
      ballot: {
        round: ballot.round,
        kind: ballot.kind,
        openedAt: ballot.openedAt,
        cast: ballot.voted.length,
        due: new Set([...present, ...ballot.voted]).size,
        questions: ballot.questions,
        mine: isVoter ? questionsFor(of, actor.personId) : undefined,
      },
    }),
  };
};
