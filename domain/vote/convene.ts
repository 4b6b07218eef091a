import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import type { Meeting } from './meeting.ts';

/** Convenes the plenary meeting of all members on every application that was recommended and is not suspended (A21). */
export function conveneMeeting(
  cycle: Cycle,
  { meetingId, title }: { meetingId: string; title: string },
  members: readonly string[],
  recommended: readonly Application[],
  circumstances: Circumstances,
): Outcome<Meeting> {
  const votable = recommended.filter((a) => !isSuspended(a));
  refuseUnless(votable.length > 0, 'vote.nothing-to-vote-on');
  refuseUnless(members.length > 0, 'vote.no-members');
  const candidates = votable.flatMap((a) =>
    a.listed
      ? [
          {
            applicationId: a.applicationId,
            name: nameOf(a),
            kind: a.kind,
            award: a.listed.award,
            compositeMilli: a.listed.compositeMilli,
          },
        ]
      : [],
  );
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      meetingId,
      cycleId: cycle.cycleId,
      title,
      status: 'convened',
      members: [...new Set(members)],
      candidates,
      present: [],
      recusals: [],
      voted: [],
    },
    { type: 'meetingConvened', detail: { title, candidates: candidates.length } },
  );
}

/** The list that carries the vote's result to the applications. */
export const voteResultList = (
  of: Meeting,
  listId: string,
  entries: readonly ListEntry[],
  circumstances: Circumstances,
): Outcome<CycleList> =>
  decided(
    circumstances,
    {
      ...newHead(of.programmeId),
      listId,
      cycleId: of.cycleId,
      kind: 'voteResult',
      at: circumstances.now,
      by: circumstances.actor.personId,
      entries: [...entries],
      facts: { meetingId: of.meetingId },
    },
    { type: 'listFixed', detail: { kind: 'voteResult', listId } },
  );
