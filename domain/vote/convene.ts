import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { instantOf } from '../calendar/civil.ts';
import { isConflicted } from '../conflict/conflict.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Candidates } from '../ranking/candidates.ts';
import { undecided } from '../ranking/candidates.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Meeting } from './meeting.ts';

/** What the invitation says. */
export const invitation = z.object({
  title: z.string().trim().min(1).max(200),
  startsAt: z.iso.datetime(),
  place: z.string().trim().min(1).max(200),
  agenda: z.array(z.string().trim().min(1).max(300)).min(1).max(30),
  chairId: z.string().describe('The member who presides'),
});

/** Who is on the committee now. */
export type Member = { readonly personId: string; readonly name: string };

/** A member whose conflict with an applicant is on record already is recused from the start (D26). */
export const recusalsOnRecord = (
  applications: readonly Application[],
  members: readonly string[],
  { now }: Circumstances,
): Meeting['recusals'] =>
  applications.flatMap((a) =>
    members
      .filter((personId) => isConflicted(a, personId))
      .map((personId) => ({
        personId,
        applicationId: a.applicationId,
        reason: '利害关系已登记',
        by: 'system',
        at: now,
      })),
  );

/** Whether nothing more happens in the meeting. */
export const isOver = ({ status }: Meeting) => status === 'closed' || status === 'cancelled';

/** What the members are called together for, and which meeting on it this is. */
interface Called {
  readonly meetingId: string;
  readonly ordinal: number;
  readonly members: readonly Member[];
  readonly candidates: Meeting['candidates'];
}

/** A meeting to which all members are invited. */
export function invite(
  about: Pick<Meeting, 'programmeId' | 'cycleId' | 'revocationId'>,
  { meetingId, ordinal, members, candidates }: Called,
  invited: z.infer<typeof invitation>,
  circumstances: Circumstances,
): Outcome<Meeting> {
  const startsAt = instantOf(Date.parse(invited.startsAt));
  refuseUnless(startsAt >= circumstances.now, 'vote.starts-in-the-past');
  refuseUnless(members.length > 0, 'vote.no-members');
  const names = Object.fromEntries(members.map((m) => [m.personId, m.name]));
  refuseUnless(invited.chairId in names, 'vote.not-a-member', { persons: [invited.chairId] });
  const { revocationId } = about;
  return decided(
    circumstances,
    {
      ...newHead(about.programmeId),
      ...invited,
      ...{ meetingId, startsAt, cycleId: about.cycleId, revocationId, ordinal, status: 'convened' as const },
      ...{ members: Object.keys(names).sort(), names, candidates },
      ...{ recusals: [], attendance: [], struck: [], rounds: [], vacancies: [], papers: [] },
    },
    { type: 'meetingConvened', detail: { ...invited, startsAt, candidates: candidates.length, revocationId } },
  );
}

/**
 * Convenes the plenary meeting: all members are invited, and everything that was recommended and is not decided is on
 * it (A21). One meeting of a cycle at a time, or two could share out the same places.
 */
export function conveneMeeting(
  cycle: Cycle,
  meetingId: string,
  invited: z.infer<typeof invitation>,
  {
    members,
    recommended,
    earlier,
  }: { members: readonly Member[]; recommended: Candidates; earlier: readonly Meeting[] },
  circumstances: Circumstances,
): Outcome<Meeting> {
  requireRole(circumstances.actor, 'office', cycle.programmeId);
  refuseUnless(earlier.every(isOver), 'vote.meeting-under-way');
  const applications = undecided(recommended);
  const candidates = applications.flatMap((a) => {
    const { applicationId, kind, listed } = a;
    if (!listed) return [];
    const { award, compositeMilli } = listed;
    return [{ applicationId, name: nameOf(a), kind, award, compositeMilli }];
  });
  refuseUnless(candidates.length > 0, 'vote.nothing-to-vote-on');
  const called = { meetingId, ordinal: earlier.length + 1, members, candidates };
  const outcome = invite(cycle, called, invited, circumstances);
  const recusals = recusalsOnRecord(applications, outcome.next.members, circumstances);
  return { ...outcome, next: { ...outcome.next, recusals } };
}

/** Calls a meeting off; what was to be voted on waits for another. Not once a ballot was cast or counted. */
export function cancelMeeting(of: Meeting, reason: string, circumstances: Circumstances): Outcome<Meeting> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  const untouched = of.status === 'convened' && !of.rounds.some((r) => !r.void);
  refuseUnless(untouched, 'vote.wrong-status', { status: of.status });
  return decided(
    circumstances,
    { ...of, status: 'cancelled', cancelled: { reason, at: circumstances.now } },
    { type: 'meetingCancelled', detail: { title: of.title, reason } },
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
