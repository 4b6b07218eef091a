import { describe, expect, it } from 'vitest';
import type { CycleList } from '#domain/list/list';
import { newHead } from '#domain/record';
import { cancelMeeting, conveneMeeting } from '#domain/vote/convene';
import { leftTheVote } from '#domain/vote/left-the-vote';
import type { Meeting } from '#domain/vote/meeting';
import { voteMessages } from '#domain/vote/messages';
import { anApplication, at, officer, programmeId } from '#test/build/an-application';
import { aMeeting, ayes, chair, memberId, opened, theMember, voted } from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';
import { aCycleUnderReview, inReview } from '#test/build/review';

const cycle = aCycleUnderReview();
const listed = { listId: 'lst_0', compositeMilli: 1, award: 'qualityAward' as const, reason: '', at: '' };
const recommended = (applicationId: string, given = {}) =>
  inReview({ applicationId, stage: 'CommitteeVote', listed, ...given });
const members = [1, 2, 3].map((n) => ({ personId: memberId(n), name: `委员${n}` }));
const invited = {
  title: '全体成员大会',
  startsAt: '2027-03-02T01:00:00.000Z',
  place: '第一会议室',
  agenda: ['审议', '表决'],
  chairId: memberId(1),
};
const facts = (given: object = {}) => ({
  members,
  recommended: { inStage: [recommended('a'), recommended('b')], earlier: [] as CycleList[] },
  earlier: [] as Meeting[],
  ...given,
});
const convene = (given: object = {}, how = invited, actor = officer) =>
  conveneMeeting(cycle, 'mtg_1', how, facts(given), at(actor));

describe('the plenary meeting is convened', () => {
  it('with all members of the committee and everything that was recommended', () => {
    const { next } = convene();
    expect(next).toMatchObject({ ordinal: 1, status: 'convened', members: [1, 2, 3].map(memberId), attendance: [] });
    expect(next.candidates.map((c) => c.applicationId)).toEqual(['a', 'b']);
  });

  it('and every member is told when, where and what about', () => {
    const { events } = convene();
    const happened = { ...events[0], detail: events[0]?.detail } as never;
    const [message] = voteMessages['meetingConvened']?.(happened, undefined) ?? [];
    expect(message?.to).toEqual({ role: 'committeeMember' });
    for (const part of ['2027-03-02 09:00', '第一会议室', '1. 审议', '2. 表决'])
      expect(message?.zh.text).toContain(part);
  });

  it('a member whose conflict is on record is recused from the start', () => {
    const conflicts = [
      {
        ...{ personId: memberId(2), ground: 'kin' as const, statement: '亲属', source: 'declared' as const },
        ...{ by: memberId(2), at: '2027-02-01T00:00:00.000Z', leftPanel: false },
      },
    ];
    const inStage = [recommended('a', { conflicts }), recommended('b')];
    const { next } = convene({ recommended: { inStage, earlier: [] } });
    expect(next.recusals).toMatchObject([{ personId: memberId(2), applicationId: 'a' }]);
  });

  it.each([
    ['for a moment that is past', {}, { ...invited, startsAt: '2027-02-28T00:00:00.000Z' }, 'vote.starts-in-the-past'],
    ['with a chair who is no member', {}, { ...invited, chairId: 'stranger' }, 'vote.not-a-member'],
    ['without members', { members: [] }, invited, 'vote.no-members'],
    ['without candidates', { recommended: { inStage: [], earlier: [] } }, invited, 'vote.nothing-to-vote-on'],
    ['while another is under way', { earlier: [aMeeting(3, 0)] }, invited, 'vote.meeting-under-way'],
    ['after one that was called off', { earlier: [aMeeting(3, 0, { status: 'cancelled' })] }, invited, 'allowed'],
    ['after one that closed', { earlier: [aMeeting(3, 0, { status: 'closed' })] }, invited, 'allowed'],
  ])('%s: %#', (_, given, how, expected) => expect(refusalOf(() => convene(given, how))).toBe(expected));

  it('by the office alone', () => {
    for (const actor of [chair, theMember(2)])
      expect(refusalOf(() => convene({}, invited, actor))).toBe('person.role-missing');
  });

  it('without those whom an earlier vote decided on, whose list is still being applied', () => {
    const list: CycleList = {
      ...newHead(programmeId),
      ...{ listId: 'lst_1', cycleId: 'cyc_1', kind: 'voteResult', at: '', by: '', facts: {} },
      entries: [{ applicationId: 'a', outcome: 'in', reason: '' }],
    };
    const inStage = [recommended('a'), recommended('b')];
    expect(convene({ recommended: { inStage, earlier: [list] } }).next.candidates.map((c) => c.applicationId)).toEqual([
      'b',
    ]);
  });
});

describe('a meeting is called off', () => {
  it.each([
    ['before the ballot', aMeeting(3, 3), 'allowed'],
    ['not while members vote', opened(aMeeting(3, 3)), 'vote.wrong-status'],
    ['not after they voted', voted(aMeeting(3, 3), ayes({ a: 3 })).outcome.next, 'vote.wrong-status'],
  ])('%s', (_, meeting, expected) =>
    expect(refusalOf(() => cancelMeeting(meeting, '改期', at(officer)))).toBe(expected),
  );
});

it('who withdrew, was refused or ended has left the vote', () => {
  expect(leftTheVote(anApplication({ stage: 'CommitteeVote' }))).toBeUndefined();
  for (const stage of ['Withdrawn', 'Refused', 'Ended'] as const)
    expect(leftTheVote(anApplication({ stage }))).toMatchObject({ because: 'left' });
  const suspended = anApplication({ stage: 'CommitteeVote', suspensions: [{} as never] });
  expect(leftTheVote(suspended)).toMatchObject({ because: 'suspended' });
});
