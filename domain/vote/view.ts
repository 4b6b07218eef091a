import type { Actor } from '../actor.ts';
import { presentAt } from './attendance.ts';
import { questionsFor } from './cast-ballot.ts';
import { hiddenFrom, withoutCases } from './hidden.ts';
import type { Meeting } from './meeting.ts';

/**
 * The meeting as a participant may see it: whether they voted themselves, how many sheets were cast of how many, and no
 * count of a ballot that is not closed. An open ballot's names are shown with its count. Of what they have a conflict
 * with or stepped back from they see how many cases it is, and nothing else; `closed` are those on record (D26).
 */
export const meetingFor = (actor: Actor, whole: Meeting, closed: ReadonlySet<string>) => {
  const hidden = hiddenFrom(whole, actor, closed);
  const of = withoutCases(whole, hidden);
  const { ballot, ...rest } = of;
  const present = presentAt(of);
  const isVoter = of.members.includes(actor.personId);
  return {
    ...rest,
    present,
    steppedBackFrom: hidden.size,
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
