import { describe, expect, test } from 'vitest';
import { conveneOnRevocation, decideByVote, onRevocation } from '#domain/revocation/committee';
import { allowNominationAfterFailure } from '#domain/vote/vacancy';
import type { Meeting } from '#domain/vote/meeting';
import { minutesPaper } from '#domain/vote/minutes';
import type { Winner } from '#domain/approval/winner';
import { anApplication, at, officer, someone } from '#test/build/an-application';
import { aResolution, ayes, chair, memberId, opened, someRules, startsAt, voted } from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';
import { aRevocation } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const invited = { title: '审定撤销', startsAt, place: '第一会议室', agenda: ['审定'], chairId: memberId(1) };
const members = Array.from({ length: 9 }, (_, i) => ({ personId: memberId(i + 1), name: `委员${i + 1}` }));
const before = aRevocation({ stage: 'CommitteeDecision' });

const convene = (winner: Winner = aWinner(), earlier: Meeting[] = [], who = officer) =>
  conveneOnRevocation(
    before,
    invited,
    { meetingId: 'mtg_1', winner, application: anApplication(), members, earlier },
    at(who),
  );
const inTheRoom = (present: number, winner?: Winner): Meeting => ({
  ...convene(winner).meeting.next,
  attendance: members.slice(0, present).map(({ personId }) => ({ personId, arrivedAt: startsAt })),
});
const rules = onRevocation(someRules());

/** What the committee decides when so many of those present vote to revoke. */
const decision = (present: number, yes: number, winner?: Winner) => {
  const meeting = inTheRoom(present, winner);
  const key = meeting.candidates[0]?.applicationId ?? '';
  const closed = voted(meeting, ayes({ [key]: yes }), rules).outcome.next;
  return decideByVote(before, closed, at(chair)).next;
};

describe('the committee on a revocation', () => {
  test.each([
    ['质量奖', 'qualityAward', 9, 6, 'GovernmentRevocation'],
    ['质量奖', 'qualityAward', 9, 5, 'Dropped'],
    ['质量奖', 'qualityAward', 6, 4, 'GovernmentRevocation'],
    ['质量奖', 'qualityAward', 7, 4, 'Dropped'],
    ['提名奖', 'nominationAward', 8, 4, 'GovernmentRevocation'],
    ['提名奖', 'nominationAward', 9, 4, 'Dropped'],
    ['质量奖', 'qualityAward', 9, 0, 'Dropped'],
  ] as const)('on a %s (%s), %i present and %i in favour: %s', (_, award, present, yes, stage) =>
    expect(decision(present, yes, aWinner({ award })).stage).toBe(stage),
  );

  test('without two thirds of all members the ballot does not open', () =>
    expect(refusalOf(() => opened(inTheRoom(5), rules))).toBe('vote.no-quorum'));

  test('whose places are none to compete for: a quota of zero changes nothing', () => {
    const none = { organisation: 0, individual: 0 };
    const narrow = onRevocation({ ...someRules(), quotas: { qualityAward: none, nominationAward: none } });
    const closed = voted(inTheRoom(9), ayes({ app_1: 9 }), narrow).outcome.next;
    expect(closed.counts?.[0]?.outcome).toBe('in');
  });

  test('members whose conflict with the winner is on record step back from the start', () => {
    const conflicted = anApplication({
      conflicts: [{ personId: memberId(2), kind: 'employment', reason: '', by: 'x', at: startsAt }] as never,
    });
    const { meeting } = conveneOnRevocation(
      before,
      invited,
      { meetingId: 'mtg_1', winner: aWinner(), application: conflicted, members, earlier: [] },
      at(officer),
    );
    expect(meeting.next.recusals).toMatchObject([{ personId: memberId(2), applicationId: 'app_1' }]);
  });

  test('one meeting at a time, called by the office alone, once the hearing is closed', () => {
    const running = convene().meeting.next;
    expect(refusalOf(() => convene(aWinner(), [running]))).toBe('vote.meeting-under-way');
    expect(refusalOf(() => convene(aWinner(), [{ ...running, status: 'cancelled' }]))).toBe('allowed');
    for (const role of ['committeeMember', 'registrar', 'auditor'] as const)
      expect(refusalOf(() => convene(aWinner(), [], someone('p', role)))).toBe('person.role-missing');
    const early = aRevocation({ stage: 'Hearing' });
    const ground = { meetingId: 'm', winner: aWinner(), application: undefined, members, earlier: [] };
    expect(refusalOf(() => conveneOnRevocation(early, invited, ground, at(officer)))).toBe('stage.action-unavailable');
  });

  test('an award from before this system is voted on by its certificate', () =>
    expect(convene(aWinner({ applicationId: '', cycleId: '' })).meeting.next).toMatchObject({
      cycleId: '',
      candidates: [{ applicationId: 'KM2026-ZL-Z01' }],
    }));

  test('a meeting on another case decides nothing here', () => {
    const closed = voted(inTheRoom(9), ayes({ app_1: 9 }), rules).outcome.next;
    const other = { ...closed, revocationId: 'rev_2' };
    expect(refusalOf(() => decideByVote(before, other, at(chair)))).toBe('vote.not-closed');
  });

  test('a sheet asks about this award and no other', () =>
    expect(
      refusalOf(() =>
        allowNominationAfterFailure(
          inTheRoom(9),
          { resolution: aResolution('nominationAfterFailure'), closed: new Set<string>() },
          at(chair),
        ),
      ),
    ).toBe('vote.on-a-revocation'));

  test('the minutes say that a revocation was asked for', () => {
    const closed = voted(inTheRoom(9), ayes({ app_1: 9 }), rules).outcome.next;
    const text = JSON.stringify(minutesPaper(closed, { title: '撤销奖励审定' }, startsAt));
    expect(text).toContain('提请撤销质量奖');
    expect(text).not.toContain('拟获奖');
  });
});
