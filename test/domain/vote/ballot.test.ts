import { describe, expect, it } from 'vitest';
import { castBallot } from '#domain/vote/cast-ballot';
import { closeBallot } from '#domain/vote/close-ballot';
import { checkIn, checkOut, presentAt, recordAttendance } from '#domain/vote/attendance';
import { openBallot, resumeBallot, voidBallot } from '#domain/vote/open-ballot';
import { reaches } from '#domain/vote/quorum';
import { recuse } from '#domain/vote/recuse';
import { emptyBox } from '#domain/vote/round';
import { meetingFor } from '#domain/vote/view';
import { at, officer, owner, someone } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  ayes,
  chair,
  noneClosed,
  everyoneVotes,
  memberId,
  opened,
  recused,
  someRules,
  startsAt,
  theMember,
  voted,
  winnersOf,
} from '#test/build/meeting';
import { refusalBy } from '#test/build/refused';
import { refusalOf } from '#test/build/refusal';

const rules = someRules();
const opening = { strikes: [], putOff: [], rules, taken: [], closed: noneClosed };
const two = [anOrganisation('a'), anOrganisation('b')];

describe('a fraction is reached exactly', () => {
  it.each([
    [6, [2, 3], 9, true],
    [5, [2, 3], 9, false],
    [7, [2, 3], 10, true],
    [6, [2, 3], 10, false],
    [5, [1, 2], 10, true],
    [5, [1, 2], 11, false],
    [6, [1, 2], 11, true],
    [1, [1, 3], 3, true],
    [0, [2, 3], 0, true],
    [10, [1, 1], 10, true],
    [9, [1, 1], 10, false],
  ] as const)('%i of %j of %i: %s', (part, fraction, whole, expected) => {
    expect(reaches(part, fraction, whole)).toBe(expected);
  });
});

describe('the ballot opens', () => {
  it.each([
    ['two thirds of the members are present', 9, 6, 'allowed'],
    ['one fewer is', 9, 5, 'vote.no-quorum'],
    ['seven of ten are, the fraction rounded up', 10, 7, 'allowed'],
    ['six of ten are', 10, 6, 'vote.no-quorum'],
    ['nobody is', 9, 0, 'vote.nobody-present'],
  ])('when %s', (_, members, present, expected) => {
    expect(refusalOf(() => opened(aMeeting(members, present)))).toBe(expected);
  });

  it('only with a quorum for each applicant after recusals, and names the one without', () => {
    const meeting = aMeeting(9, 6, { candidates: two, recusals: [recused(2, 'b')] });
    expect(refusalBy(() => opened(meeting))).toMatchObject({
      code: 'vote.no-quorum',
      detail: { name: '单位b', base: 5, members: 9, quorum: '2/3' },
    });
  });

  it('without an applicant whom the office puts off to another meeting, and that is recorded', () => {
    const meeting = aMeeting(9, 6, { candidates: two, recusals: [recused(2, 'b')] });
    const putOff = [{ applicationId: 'b', reason: '回避后不足法定人数' }];
    const { next, events } = openBallot(meeting, { ...opening, putOff }, at(officer));
    expect(next.struck).toMatchObject([{ applicationId: 'b', because: 'noQuorum' }]);
    expect(next.ballot?.questions.map((q) => q.key)).toEqual(['a']);
    expect(events.map((e) => e.type)).toEqual(['candidateStruck', 'ballotOpened']);
    expect(voted(next.ballot ? { ...meeting, struck: next.struck } : meeting, ayes({ a: 6 })).entries).toHaveLength(1);
  });

  it.each([
    ['one with a quorum', 'a', 'vote.quorum-stands'],
    ['only the one without (no refusal)', 'b', 'allowed'],
    ['one who has left the vote', 'c', 'vote.not-a-candidate'],
    ['a stranger', 'x', 'vote.not-a-candidate'],
  ])('and puts off nobody else: %s', (_, applicationId, expected) => {
    const meeting = aMeeting(9, 6, { candidates: [...two, anOrganisation('c')], recusals: [recused(2, 'b')] });
    const strikes = [{ applicationId: 'c', because: 'left' as const, reason: '撤回' }];
    const putOff = [...new Set(['b', applicationId])].map((id) => ({ applicationId: id, reason: '另行开会' }));
    expect(refusalOf(() => openBallot(meeting, { ...opening, strikes, putOff }, at(officer)))).toBe(expected);
  });

  it('without a candidate who withdrew since the meeting was convened', () => {
    const left = { applicationId: 'a', because: 'left' as const, reason: '撤回' };
    const { next } = openBallot(aMeeting(9, 9, { candidates: two }), { ...opening, strikes: [left] }, at(officer));
    expect(next.ballot?.questions.map((q) => q.key)).toEqual(['b']);
    expect(next.struck).toMatchObject([{ applicationId: 'a', because: 'left' }]);
  });

  it.each([
    ['a committee member', theMember(1)],
    ['an auditor', someone('auditor', 'auditor')],
    ['an administrator', someone('admin', 'administrator')],
    ['an applicant', owner],
  ])('not by %s', (_, actor) => {
    expect(refusalOf(() => openBallot(aMeeting(9, 9), opening, at(actor)))).toBe('person.role-missing');
  });
});

describe('who may put a sheet in', () => {
  const open = opened(aMeeting(9, 8, { candidates: two, recusals: [recused(2, 'b')] }));
  const cast = (n: number, choices: object, of = open) => castBallot(of, choices as never, at(theMember(n)));

  it.each([
    ['a member who is present, on everything', 3, { a: 'yes', b: 'abstain' }, 'allowed'],
    ['one who is recused from b, on the rest', 2, { a: 'yes' }, 'allowed'],
    ['one who is recused from b, on b too', 2, { a: 'yes', b: 'no' }, 'vote.ballot-incomplete'],
    ['one who leaves b out', 3, { a: 'yes' }, 'vote.ballot-incomplete'],
    ['one who adds an application', 3, { a: 'yes', b: 'no', c: 'yes' }, 'vote.ballot-incomplete'],
    ['a member who is absent', 9, { a: 'yes', b: 'no' }, 'vote.not-present'],
    ['somebody who is no member', 10, { a: 'yes', b: 'no' }, 'vote.not-a-member'],
  ])('%s', (_, n, choices, expected) => expect(refusalOf(() => cast(n, choices))).toBe(expected));

  it('nobody twice, and nothing that is stored says what was voted', () => {
    const { outcome } = cast(3, { a: 'yes', b: 'abstain' });
    expect(refusalOf(() => cast(3, { a: 'no', b: 'no' }, outcome.next))).toBe('vote.voted-already');
    const kept = JSON.stringify([outcome.next, outcome.events]);
    for (const choice of ['"yes"', '"no"', '"abstain"']) expect(kept).not.toContain(choice);
  });

  it('who leaves after voting has voted, also after coming back', () => {
    const { outcome } = cast(3, { a: 'yes', b: 'abstain' });
    const gone = checkOut(outcome.next, rules, at(theMember(3))).next;
    const back = checkIn(gone, rules, at(theMember(3))).next;
    expect(refusalOf(() => cast(3, { a: 'no', b: 'no' }, back))).toBe('vote.voted-already');
  });

  it('the roll is sorted, so that it does not tell the order', () => {
    let of = open;
    for (const n of [5, 3, 8]) of = cast(n, { a: 'yes', b: 'no' }, of).outcome.next;
    expect(of.ballot?.voted).toEqual([3, 5, 8].map(memberId));
  });
});

describe('the quorum breaks', () => {
  const open = opened(aMeeting(9, 6));

  it('when a member leaves: the ballot halts, and nobody votes until it goes on', () => {
    const { next, events } = checkOut(open, rules, at(theMember(6)));
    expect([next.status, events.map((e) => e.type)]).toEqual(['halted', ['attendanceRecorded', 'ballotHalted']]);
    expect(refusalOf(() => castBallot(next, { a: 'yes' }, at(theMember(2))))).toBe('vote.halted');
    expect(refusalOf(() => resumeBallot(next, opening, at(officer)))).toBe('vote.no-quorum');
    const back = checkIn(next, rules, at(theMember(7))).next;
    expect(resumeBallot(back, opening, at(officer)).next.status).toBe('open');
  });

  it('and cast sheets stay cast when it goes on', () => {
    const { next } = castBallot(open, { a: 'yes' }, at(theMember(2))).outcome;
    const halted = checkOut(next, rules, at(theMember(6))).next;
    const resumed = resumeBallot(checkIn(halted, rules, at(theMember(6))).next, opening, at(officer)).next;
    expect(resumed.ballot?.voted).toEqual([memberId(2)]);
  });

  it('when a recusal breaks it for one applicant', () => {
    const { next } = recuse(
      open,
      { applicationId: 'a', reason: '利害关系' },
      { rules, closed: noneClosed },
      at(theMember(4)),
    );
    expect(next.status).toBe('halted');
  });

  it('for no one who has left the vote: neither halts the ballot nor keeps it halted', () => {
    const both = opened(aMeeting(9, 7, { candidates: two, recusals: [recused(2, 'b')] }));
    const left = { applicationId: 'b', because: 'left' as const, reason: '撤回' };
    const struck = [{ ...left, at: startsAt }];
    expect(checkOut({ ...both, struck }, rules, at(theMember(7))).next.status).toBe('open');
    const halted = checkOut(both, rules, at(theMember(7))).next;
    expect(halted.status).toBe('halted');
    expect(resumeBallot({ ...halted, struck }, opening, at(officer)).next.status).toBe('open');
    const { next, events } = resumeBallot(halted, { ...opening, strikes: [left] }, at(officer));
    expect([next.status, next.struck]).toEqual(['open', struck]);
    expect(events.map((e) => e.type)).toEqual(['candidateStruck', 'ballotResumed']);
  });

  it('does not break while one more than enough is there', () => {
    expect(checkOut(opened(aMeeting(9, 7)), rules, at(theMember(7))).next.status).toBe('open');
  });

  it('a halted ballot cannot be closed, but declared void by the chair and opened again', () => {
    const halted = checkOut(everyoneVotes(open, ayes({ a: 6 })).meeting, rules, at(theMember(6))).next;
    const closing = {
      box: emptyBox([]),
      minutes: '',
      withoutOutstanding: true,
      strikes: [],
      rules,
      taken: [],
      late: [],
      closed: noneClosed,
    };
    expect(refusalOf(() => closeBallot(halted, closing, at(chair)))).toBe('vote.halted');
    expect(refusalOf(() => voidBallot(halted, { reason: '人数不足', closed: noneClosed }, at(theMember(2))))).toBe(
      'vote.not-the-chair',
    );
    const after = voidBallot(halted, { reason: '人数不足', closed: noneClosed }, at(chair)).next;
    expect(after).toMatchObject({ status: 'convened', ballot: undefined, rounds: [{ void: '人数不足', tallies: [] }] });
    const again = opened(checkIn(after, rules, at(theMember(6))).next);
    expect([again.ballot?.round, again.ballot?.voted]).toEqual([2, []]);
  });
});

describe('attendance', () => {
  const before = '2027-02-28T23:59:59.999Z';
  it('is taken from an hour before the meeting on', () => {
    const meeting = aMeeting(9, 0);
    expect(refusalOf(() => checkIn(meeting, rules, at(theMember(2), before)))).toBe('vote.not-begun');
    expect(refusalOf(() => checkIn(meeting, rules, at(theMember(2), '2027-03-01T00:00:00.000Z')))).toBe('allowed');
  });

  it('keeps when each came and went, late arrivals too', () => {
    const late = '2027-03-01T02:00:00.000Z';
    const { next } = recordAttendance(aMeeting(9, 3), { present: [1, 2, 4].map(memberId) }, rules, at(officer, late));
    expect(presentAt(next)).toEqual([1, 2, 4].map(memberId));
    expect(next.attendance.find((a) => a.personId === memberId(3))).toEqual({
      personId: memberId(3),
      arrivedAt: startsAt,
      leftAt: late,
    });
    expect(next.attendance.at(-1)).toEqual({ personId: memberId(4), arrivedAt: late });
  });

  it('is of members only: nobody stands in for another', () => {
    expect(refusalOf(() => recordAttendance(aMeeting(3, 0), { present: ['deputy'] }, rules, at(officer)))).toBe(
      'vote.not-a-member',
    );
    expect(refusalOf(() => checkIn(aMeeting(3, 0), rules, at(theMember(4))))).toBe('vote.not-a-member');
  });
});

describe('a recusal', () => {
  const meeting = aMeeting(9, 9, { candidates: two });
  const of = (personId?: string) => ({ applicationId: 'a', reason: '亲属任职', personId });

  it.each([
    ['is declared by the member', theMember(3), undefined, 'allowed'],
    ['is recorded by the chair for another', chair, memberId(3), 'allowed'],
    ['is not recorded by another member', theMember(2), memberId(3), 'vote.not-the-chair'],
    ['is not declared by the office', officer, undefined, 'vote.not-a-member'],
    ['is not recorded of a stranger', chair, 'stranger', 'vote.not-a-member'],
  ])('%s', (_, actor, personId, expected) =>
    expect(refusalOf(() => recuse(meeting, of(personId), { rules, closed: noneClosed }, at(actor)))).toBe(expected),
  );

  it('cannot come after the sheet is in the box', () => {
    const { next } = castBallot(opened(meeting), { a: 'yes', b: 'yes' }, at(theMember(3))).outcome;
    expect(refusalOf(() => recuse(next, of(), { rules, closed: noneClosed }, at(theMember(3))))).toBe(
      'vote.voted-already',
    );
  });

  it('takes the member out of the base: five of seven are enough, five of nine are not', () => {
    const recusals = [recused(8, 'a'), recused(9, 'a')];
    const { entries } = voted(aMeeting(9, 9, { recusals }), ayes({ a: 5 }));
    expect(entries?.[0]?.outcome).toBe('in');
    expect(voted(aMeeting(9, 9), ayes({ a: 5 })).entries?.[0]?.outcome).toBe('out');
  });
});

describe('what others see', () => {
  const meeting = everyoneVotes(opened(aMeeting(3, 3)), ayes({ a: 2 })).meeting;
  it.each([
    ['a member', theMember(2), true],
    ['the office', officer, false],
    ['an auditor', someone('auditor', 'auditor'), false],
  ])('%s sees no count and no roll while the ballot is open', (_, actor, hasVoted) => {
    const shown = meetingFor(actor, meeting, new Set());
    expect(shown).toMatchObject({ voted: hasVoted, counts: undefined, rounds: [], ballot: { cast: 3, due: 3 } });
    expect(JSON.stringify(shown.ballot)).not.toContain(memberId(2));
  });
});

describe('an open ballot (D4)', () => {
  const open = someRules({ ballot: 'open' });
  it('notes each choice with its name, and shows it with the count only', () => {
    const { meeting, box } = everyoneVotes(opened(aMeeting(3, 3), open), ayes({ a: 2 }));
    expect(meeting.ballot?.named?.map((n) => n.choices['a'])).toEqual(['yes', 'yes', 'no']);
    expect(JSON.stringify(meetingFor(officer, meeting, new Set()))).not.toContain('"yes"');
    const closing = {
      box,
      minutes: '',
      withoutOutstanding: false,
      strikes: [],
      rules: open,
      taken: [],
      late: [],
      closed: noneClosed,
    };
    expect(closeBallot(meeting, closing, at(chair)).outcome.next.rounds[0]?.named).toHaveLength(3);
  });
  it('a secret one notes no name at all', () => {
    expect(everyoneVotes(opened(aMeeting(3, 3)), ayes({ a: 2 })).meeting.ballot).not.toHaveProperty('named');
    expect(winnersOf(voted(aMeeting(3, 3), ayes({ a: 2 })))).toEqual(['a qualityAward']);
  });
});
