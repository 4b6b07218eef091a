import { describe, expect, it } from 'vitest';
import { checkIn } from '#domain/vote/attendance';
import { castBallot } from '#domain/vote/cast-ballot';
import { closeBallot } from '#domain/vote/close-ballot';
import { voidBallot } from '#domain/vote/open-ballot';
import { recuse, recusedOnRecord } from '#domain/vote/recuse';
import { meetingFor } from '#domain/vote/view';
import { at } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  chair,
  closed,
  everyoneVotes,
  opened,
  someRules,
  theMember,
  voted,
} from '#test/build/meeting';
import { refusalBy } from '#test/build/refused';
import { refusalOf } from '#test/build/refusal';

const two = [anOrganisation('a', { name: '滇池机械' }), anOrganisation('secret', { name: '石林制药' })];
const meeting = aMeeting(9, 9, { candidates: two });
const nobody = new Set<string>();
const telling = /secret|石林制药/;
const seen = (of: typeof meeting, who = theMember(3), conflicts: ReadonlySet<string> = nobody) =>
  JSON.stringify(meetingFor(who, of, conflicts));
const recused = recuse(
  meeting,
  { applicationId: 'secret', reason: '石林制药系配偶任职单位' },
  someRules(),
  at(theMember(3)),
).next;

describe('a member with a conflict (D26)', () => {
  it('sees how many cases it is and nothing of them: before, during and after the ballot, in no count and no minutes', () => {
    const ballot = opened(recused);
    const over = closed(everyoneVotes(opened(recused), () => 'yes')).outcome.next;
    expect(over.status).toBe('closed');
    const tied = { ...over, ties: [{ award: 'qualityAward' as const, places: 1, applicationIds: ['a', 'secret'] }] };
    const written = { ...tied, minutes: '石林制药以九票通过' };
    for (const of of [recused, ballot, over, written]) {
      expect(seen(of)).not.toMatch(telling);
      expect(meetingFor(theMember(3), of, nobody)).toMatchObject({
        steppedBackFrom: 1,
        candidates: [{ name: '滇池机械' }],
      });
      expect(seen(of, theMember(4))).toMatch(telling);
    }
    expect(meetingFor(theMember(3), ballot, nobody).ballot?.mine).toHaveLength(1);
  });

  it('sees as little when the conflict was found by others and after the meeting was convened', () => {
    expect(seen(meeting, theMember(3), new Set(['secret']))).not.toMatch(telling);
    expect(seen(meeting, theMember(3))).toMatch(telling);
  });

  it('does not vote on it, however late it was found', () => {
    const ballot = opened(meeting);
    const isClosed = (personId: string, id: string) => personId === theMember(3).personId && id === 'secret';
    const late = recusedOnRecord(ballot, isClosed, '2027-03-01T02:00:00.000Z');
    expect(late.events).toMatchObject([{ type: 'recusalRecorded', detail: { applicationId: 'secret' } }]);
    const cast = (choices: object) => castBallot(late.meeting, choices as never, at(theMember(3)));
    expect(refusalOf(() => cast({ a: 'yes', secret: 'yes' }))).toBe('vote.ballot-incomplete');
    expect(cast({ a: 'yes' }).outcome.next.ballot?.voted).toEqual([theMember(3).personId]);
    expect(recusedOnRecord(late.meeting, isClosed, '')).toMatchObject({ events: [], late: [] });
  });

  it('whose sheet is in the box already is not counted with it: the ballot is void, and is voted on again without them', () => {
    const isClosed = (personId: string, id: string) => personId === theMember(3).personId && id === 'secret';
    const ballot = everyoneVotes(opened(meeting), () => 'yes');
    const { meeting: of, events, late } = recusedOnRecord(ballot.meeting, isClosed, '');
    expect([of, events, late]).toEqual([
      ballot.meeting,
      [],
      [{ personId: theMember(3).personId, applicationId: 'secret' }],
    ]);
    const closing = { ...ballot, minutes: '', withoutOutstanding: false, strikes: [], rules: someRules(), taken: [] };
    const refused = refusalBy(() => closeBallot(of, { ...closing, late }, at(chair)));
    expect(refused).toMatchObject({ code: 'vote.conflict-after-vote', detail: { members: ['委员member-03'] } });
    expect(JSON.stringify(refused?.detail)).not.toMatch(telling);
    const strikes = [{ applicationId: 'secret', because: 'left' as const, reason: '撤回' }];
    expect(refusalOf(() => closeBallot(of, { ...closing, late, strikes }, at(chair)))).toBe('allowed');
    const again = recusedOnRecord(voidBallot(of, '回避', at(chair)).next, isClosed, '').meeting;
    const counted = closed(everyoneVotes(opened(again), () => 'yes')).outcome.next.counts;
    expect(counted).toMatchObject([{ base: 9 }, { applicationId: 'secret', base: 8 }]);
  });

  it('with what this ballot does not ask about is recused at once, though they have voted in it', () => {
    const rules = someRules({
      quotas: { qualityAward: { organisation: 1, individual: 0 }, nominationAward: { organisation: 1, individual: 0 } },
    });
    const three = aMeeting(9, 9, { candidates: ['a', 'b', 'c'].map((id) => anOrganisation(id)) });
    const tied = voted(three, (n, key) => (key === 'c' || n > 7 ? 'no' : 'yes'), rules).outcome.next;
    const runOff = everyoneVotes(opened(tied, rules), () => 'yes').meeting;
    const { meeting: of, late } = recusedOnRecord(runOff, (p, id) => p === theMember(3).personId && id === 'c', '');
    expect(late).toEqual([]);
    expect(of.recusals).toMatchObject([{ personId: theMember(3).personId, applicationId: 'c' }]);
  });

  it('is no matter to anybody else', () => {
    expect(meetingFor(chair, meeting, nobody)).toMatchObject({ steppedBackFrom: 0 });
    expect(refusalOf(() => checkIn(meeting, someRules(), at(theMember(3))))).toBe('vote.present-already');
  });
});
