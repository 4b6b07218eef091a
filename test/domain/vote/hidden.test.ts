import { describe, expect, it } from 'vitest';
import { checkIn } from '#domain/vote/attendance';
import { castBallot } from '#domain/vote/cast-ballot';
import { closeBallot } from '#domain/vote/close-ballot';
import { resumeBallot, voidBallot } from '#domain/vote/open-ballot';
import { recuse, recusedOnRecord } from '#domain/vote/recuse';
import { allowNominationAfterFailure, declareVacancy } from '#domain/vote/vacancy';
import { meetingFor } from '#domain/vote/view';
import { at, officer } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  aResolution,
  chair,
  closed,
  everyoneVotes,
  opened,
  recused as steppedBack,
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
  { rules: someRules(), closed: nobody },
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
    const closing = {
      ...ballot,
      minutes: '',
      withoutOutstanding: false,
      strikes: [],
      rules: someRules(),
      taken: [],
      closed: nobody,
    };
    const refused = refusalBy(() => closeBallot(of, { ...closing, late }, at(chair)));
    expect(refused).toMatchObject({ code: 'vote.conflict-after-vote', detail: { members: ['委员member-03'] } });
    expect(JSON.stringify(refused?.detail)).not.toMatch(telling);
    const strikes = [{ applicationId: 'secret', because: 'left' as const, reason: '撤回' }];
    expect(refusalOf(() => closeBallot(of, { ...closing, late, strikes }, at(chair)))).toBe('allowed');
    const again = recusedOnRecord(
      voidBallot(of, { reason: '回避', closed: nobody }, at(chair)).next,
      isClosed,
      '',
    ).meeting;
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

  it('does not preside over what they must not know, neither closing, nor voiding, nor recording, nor declaring', () => {
    const of = { ...recused, chairId: theMember(3).personId };
    const ballot = everyoneVotes(opened(of), () => 'yes');
    const closing = { ...ballot, minutes: '', withoutOutstanding: false, strikes: [], rules: someRules(), taken: [] };
    const ofAnother = { applicationId: 'a', reason: '亲属', personId: theMember(5).personId };
    const resolution = aResolution('nominationAfterFailure');
    const asChair = (of: typeof meeting, chairId: string, conflicts = nobody) => {
      const led = { ...of, chairId };
      const circumstances = at(theMember(Number(chairId.slice(-2))));
      const known = { rules: someRules(), closed: conflicts };
      const attempts = [
        () => closeBallot(led, { ...closing, late: [], closed: conflicts }, circumstances),
        () => voidBallot(led, { reason: '重来', closed: conflicts }, circumstances),
        () => recuse({ ...led, ballot: undefined }, ofAnother, known, circumstances),
        () => declareVacancy(led, aResolution('vacancy'), { ...closing, closed: conflicts }, circumstances),
        () => allowNominationAfterFailure(led, { resolution, closed: conflicts }, circumstances),
      ];
      return attempts.map(refusalOf);
    };
    const refused = Array(5).fill('vote.chair-conflicted');
    expect(asChair(ballot.meeting, theMember(3).personId)).toEqual(refused);
    expect(asChair(ballot.meeting, theMember(4).personId)).not.toContain('vote.chair-conflicted');
    expect(asChair(ballot.meeting, theMember(4).personId, new Set(['secret']))).toEqual(refused);
    const struck = [{ applicationId: 'secret', because: 'left' as const, reason: '撤回', at: '' }];
    expect(asChair({ ...ballot.meeting, struck }, theMember(3).personId)).not.toContain('vote.chair-conflicted');
    expect(
      refusalOf(() =>
        recuse(of, { applicationId: 'a', reason: '亲属' }, { rules: someRules(), closed: nobody }, at(theMember(3))),
      ),
    ).toBe('allowed');
  });

  it('presides all the same where everyone in the room steps back from something, or nobody could', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => steppedBack(n, n < 3 ? 'secret' : 'a'));
    const candidates = [...two, anOrganisation('b')];
    const of = aMeeting(9, 9, { candidates, recusals: all });
    const lax = someRules({ quorum: [1, 9] });
    const over = closed(
      everyoneVotes(opened(of, lax), () => 'yes'),
      lax,
    ).outcome.next;
    expect([over.status, seen(over, chair)]).toEqual(['closed', expect.not.stringMatching(telling)]);
    const free = { ...of, recusals: all.slice(0, 8) };
    expect(
      refusalOf(() =>
        closed(
          everyoneVotes(opened(free, lax), () => 'yes'),
          lax,
        ),
      ),
    ).toBe('vote.chair-conflicted');
    const gone = { ...free, attendance: free.attendance.slice(0, 8) };
    expect(
      refusalOf(() =>
        closed(
          everyoneVotes(opened(gone, lax), () => 'yes'),
          lax,
        ),
      ),
    ).toBe('allowed');
  });

  it('is not told its name by a refusal, be it the officer who opens or the member who presides', () => {
    const few = aMeeting(9, 5, { candidates: two });
    const conflicts = new Set(['secret']);
    const short = (closed: ReadonlySet<string>, of = few) => refusalBy(() => opened(of, someRules(), { closed }));
    expect(short(nobody)).toMatchObject({ code: 'vote.no-quorum', detail: { name: '滇池机械' } });
    expect(short(conflicts)).toMatchObject({ code: 'vote.no-quorum', detail: { name: '滇池机械' } });
    const only = { ...few, candidates: [anOrganisation('secret', { name: '石林制药' })] };
    expect(short(nobody, only)?.detail).toMatchObject({ name: '石林制药' });
    expect(JSON.stringify(short(conflicts, only))).not.toMatch(telling);
    const halted = {
      ...opened({ ...only, attendance: meeting.attendance }),
      status: 'halted' as const,
      attendance: [],
    };
    const resumed = (closed: ReadonlySet<string>) =>
      refusalBy(() => resumeBallot(halted, { strikes: [], rules: someRules(), closed }, at(officer)));
    expect(resumed(nobody)?.detail).toMatchObject({ name: '石林制药' });
    expect(JSON.stringify(resumed(conflicts))).not.toMatch(telling);
    const putOff = [{ applicationId: 'secret', reason: '另行开会' }];
    expect(refusalOf(() => opened(few, someRules(), { closed: conflicts, putOff }))).toBe('vote.not-a-candidate');
  });

  it('is not told of a tie either, where they preside for want of anybody else', () => {
    const one = { organisation: 1, individual: 0 };
    const rules = someRules({ quotas: { qualityAward: one, nominationAward: one } });
    const tied = voted(meeting, () => 'yes', rules).outcome.next;
    const alone = { ...tied, attendance: tied.attendance.slice(0, 1) };
    const closing = { box: {}, minutes: '', withoutOutstanding: false, strikes: [], rules, taken: [], late: [] };
    const close = (conflicts: ReadonlySet<string>) =>
      refusalBy(() => closeBallot(alone, { ...closing, closed: conflicts }, at(chair)));
    expect(close(nobody)).toEqual({ code: 'vote.run-off-needed', detail: { names: ['滇池机械', '石林制药'] } });
    expect(close(new Set(['secret']))).toEqual({ code: 'vote.run-off-needed', detail: { names: ['滇池机械', '＊'] } });
  });

  it('is no matter to anybody else', () => {
    expect(meetingFor(chair, meeting, nobody)).toMatchObject({ steppedBackFrom: 0 });
    expect(refusalOf(() => checkIn(meeting, someRules(), at(theMember(3))))).toBe('vote.present-already');
  });
});
