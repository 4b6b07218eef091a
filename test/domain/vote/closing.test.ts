import { describe, expect, it } from 'vitest';
import { placesTaken } from '#domain/vote/places-taken';
import { checkOut } from '#domain/vote/attendance';
import { systemActor } from '#domain/actor';
import { applyVoteResult } from '#domain/vote/apply-result';
import { closeBallot } from '#domain/vote/close-ballot';
import type { Resolution } from '#domain/resolution/resolution';
import { voteResultList } from '#domain/vote/convene';
import type { Candidate, Meeting } from '#domain/vote/meeting';
import { voidBallot } from '#domain/vote/open-ballot';
import { recusedOnRecord } from '#domain/vote/recuse';
import { allowNominationAfterFailure, declareVacancy } from '#domain/vote/vacancy';
import { anApplication, at, officer } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  aResolution,
  ayes,
  chair,
  noneClosed,
  closed,
  everyoneVotes,
  memberId,
  opened,
  someRules,
  startsAt,
  theMember,
  voted,
  winnersOf,
} from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';

const quotas = (quality: object, nomination: object = { organisation: 5, individual: 5 }) =>
  someRules({ quotas: { qualityAward: quality, nominationAward: nomination } });
const one = quotas({ organisation: 1, individual: 1 });
const candidates = (...ids: string[]): Candidate[] => ids.map((id) => anOrganisation(id));
const meetingOn = (list: Candidate[]) => aMeeting(9, 9, { candidates: list });

describe('the majority', () => {
  it.each([
    ['质量奖 passes with two thirds: 6 of 9', 'qualityAward', 6, 'in'],
    ['and not with 5 of 9', 'qualityAward', 5, 'out'],
    ['提名奖 passes with a half: 5 of 9', 'nominationAward', 5, 'in'],
    ['and not with 4 of 9', 'nominationAward', 4, 'out'],
  ] as const)('%s', (_, award, yes, expected) => {
    const { entries } = voted(meetingOn([anOrganisation('a', { award })]), ayes({ a: yes }));
    expect(entries?.[0]?.outcome).toBe(expected);
  });

  it('counts an abstention in the base and not as assent', () => {
    const { outcome } = voted(meetingOn(candidates('a')), (n) => (n <= 5 ? 'yes' : 'abstain'));
    expect(outcome.next.counts?.[0]).toMatchObject({ yes: 5, abstain: 4, no: 0, base: 9, passed: false });
  });

  it('waits for every member present, unless the chair closes without them: then they are in the base', () => {
    const open = everyoneVotes(opened(meetingOn(candidates('a'))), ayes({ a: 6 }));
    const late = {
      ...open.meeting,
      ballot: {
        ...(open.meeting.ballot as never as NonNullable<Meeting['ballot']>),
        voted: open.meeting.members.slice(0, 8),
      },
    };
    const box = { a: { yes: 5, no: 3, abstain: 0 } };
    const closing = {
      box,
      minutes: '',
      withoutOutstanding: false,
      strikes: [],
      rules: someRules(),
      taken: [],
      late: [],
      closed: noneClosed,
    };
    expect(refusalOf(() => closeBallot(late, closing, at(chair)))).toBe('vote.votes-outstanding');
    const { next } = closeBallot(late, { ...closing, withoutOutstanding: true }, at(chair)).outcome;
    expect(next.counts?.[0]).toMatchObject({ base: 9, notCast: 1, outcome: 'out' });
  });

  it('counts in the base who voted and then left', () => {
    const open = everyoneVotes(opened(meetingOn(candidates('a'))), ayes({ a: 6 }));
    const left = checkOut(open.meeting, someRules(), at(theMember(9))).next;
    expect(closed({ ...open, meeting: left }).outcome.next.counts?.[0]).toMatchObject({ base: 9, outcome: 'in' });
  });

  it('asks for the quorum once more: a conflict found while members voted may have left too few', () => {
    const open = opened(aMeeting(9, 6, { candidates: candidates('a', 'b') }));
    const ballot = { ...(open.ballot as NonNullable<Meeting['ballot']>), voted: open.members.slice(0, 5) };
    const { meeting } = recusedOnRecord(
      { ...open, ballot },
      (who, what) => who === memberId(6) && what === 'a',
      startsAt,
    );
    const five = { yes: 5, no: 0, abstain: 0 };
    const closing = {
      box: { a: five, b: five },
      minutes: '',
      withoutOutstanding: true,
      rules: someRules(),
      taken: [],
      late: [],
      closed: noneClosed,
    };
    expect(refusalOf(() => closeBallot(meeting, { ...closing, strikes: [] }, at(chair)))).toBe('vote.no-quorum');
    const strikes = [{ applicationId: 'a', because: 'left', reason: '另行召开会议表决' }] as const;
    const { next } = closeBallot(meeting, { ...closing, strikes }, at(chair)).outcome;
    expect(next.counts?.find((c) => c.applicationId === 'b')).toMatchObject({ base: 6, outcome: 'in' });
  });

  it('is for the chair to establish', () => {
    const open = everyoneVotes(opened(meetingOn(candidates('a'))), ayes({ a: 6 }));
    const closing = {
      ...open,
      minutes: '',
      withoutOutstanding: false,
      strikes: [],
      rules: someRules(),
      taken: [],
      late: [],
      closed: noneClosed,
    };
    expect(refusalOf(() => closeBallot(open.meeting, closing, at(theMember(2))))).toBe('vote.not-the-chair');
    expect(refusalOf(() => closeBallot(open.meeting, closing, at(officer)))).toBe('vote.not-the-chair');
  });
});

describe('the quota (D1, D5)', () => {
  it('goes by votes, then by composite score', () => {
    const list = [anOrganisation('a'), anOrganisation('b', { compositeMilli: 900_000 }), anOrganisation('c')];
    expect(
      winnersOf(voted(meetingOn(list), ayes({ a: 7, b: 7, c: 9 }), quotas({ organisation: 2, individual: 1 }))),
    ).toEqual(['b qualityAward', 'c qualityAward']);
  });

  it('leaves the score out where the cycle says so: equal votes tie', () => {
    const list = [anOrganisation('a'), anOrganisation('b', { compositeMilli: 900_000 })];
    const rules = someRules({ ...one, tieBreak: 'votesThenRunOff' });
    expect(voted(meetingOn(list), ayes({ a: 7, b: 7 }), rules).outcome.next.ties).toEqual([
      { award: 'qualityAward', places: 1, applicationIds: ['a', 'b'] },
    ]);
  });

  const mixed = [
    anOrganisation('o1'),
    anOrganisation('o2', { compositeMilli: 700_000 }),
    anOrganisation('p1', { kind: 'individual', compositeMilli: 600_000 }),
    anOrganisation('p2', { kind: 'individual', compositeMilli: 500_000 }),
  ];
  const all = ayes({ o1: 9, o2: 8, p1: 7, p2: 6 });
  it.each([
    ['of each kind', quotas({ organisation: 1, individual: 1 }), ['o1', 'p1']],
    ['both kinds together', quotas({ organisation: 0, individual: 0, together: 3 }), ['o1', 'o2', 'p1']],
    ['together more than there are', quotas({ organisation: 0, individual: 0, together: 9 }), ['o1', 'o2', 'p1', 'p2']],
    ['of none', quotas({ organisation: 0, individual: 0 }), []],
  ])('%s', (_, rules, expected) =>
    expect(winnersOf(voted(meetingOn(mixed), all, rules))).toEqual(expected.map((id) => `${id} qualityAward`)),
  );

  it('has no place left for what earlier votes of the cycle gave away', () => {
    const taken = [{ award: 'qualityAward', kind: 'organisation' }] as const;
    expect(winnersOf(voted(meetingOn(mixed), all, one, taken))).toEqual(['p1 qualityAward']);
  });

  it('has a place again when a proposed winner dropped out', () => {
    const won = [
      { applicationId: 'a', outcome: 'in', reason: '', award: 'qualityAward' },
      { applicationId: 'b', outcome: 'in', reason: '', award: 'qualityAward' },
    ] as const;
    const applications = [
      anApplication({ applicationId: 'a', stage: 'AwardNotice' }),
      anApplication({ applicationId: 'b', stage: 'Ended' }),
    ];
    expect(placesTaken(won, applications)).toEqual([{ award: 'qualityAward', kind: 'organisation' }]);
  });

  it('may stay empty: nobody passing is a valid end (A4)', () => {
    const { outcome, entries } = voted(meetingOn(mixed), () => 'no');
    expect(outcome.next.status).toBe('closed');
    expect(entries?.every((e) => e.outcome === 'out' && e.reason.includes('未达法定多数'))).toBe(true);
  });

  it('is a ground that the applicant reads without a number: the count is the committee’s', () => {
    const { entries } = voted(meetingOn(candidates('a', 'b', 'c')), ayes({ a: 9, b: 8 }), one);
    expect(entries?.map((e) => e.ground)).toEqual(['表决通过', '达到法定多数但名额已满', '未达法定多数']);
    expect(entries?.map((e) => e.reason)).toContain('未达法定多数（赞成 0、反对 9、弃权 0，计票基数 9）');
    const list = voteResultList(aMeeting(9, 9), 'lst_1', entries ?? [], at(chair)).next;
    for (const [id, ground] of [
      ['b', '达到法定多数但名额已满'],
      ['c', '未达法定多数'],
    ]) {
      const entry = list.entries.find((e) => e.applicationId === id);
      const before = anApplication({ applicationId: id ?? '', stage: 'CommitteeVote' });
      const outcome = entry && applyVoteResult(before, list, entry, at(systemActor));
      expect(outcome?.next.ended).toMatchObject({ stage: 'CommitteeVote', article: 'A21', reason: ground });
    }
  });
});

describe('a tie at the edge of the quota', () => {
  const tied = voted(
    meetingOn(candidates('a', 'b', 'c')),
    ayes({ a: 9, b: 7, c: 7 }),
    quotas({ organisation: 2, individual: 0 }),
  );
  const rules = quotas({ organisation: 2, individual: 0 });

  it('leaves the meeting tied, with no list and no count', () => {
    expect(tied.entries).toBeUndefined();
    expect(tied.outcome.next).toMatchObject({
      status: 'tied',
      ties: [{ award: 'qualityAward', places: 1, applicationIds: ['b', 'c'] }],
    });
    expect(tied.outcome.next.counts).toBeUndefined();
  });

  it('is decided by a run-off among those who tie', () => {
    const runOff = opened(tied.outcome.next, rules);
    expect(runOff.ballot).toMatchObject({ kind: 'runOff', round: 2 });
    expect(runOff.ballot?.questions.map((q) => q.key)).toEqual(['b', 'c']);
    expect(winnersOf(closed(everyoneVotes(runOff, ayes({ b: 4, c: 5 })), rules))).toEqual([
      'a qualityAward',
      'c qualityAward',
    ]);
  });

  it('that stays equal is voted on again', () => {
    const still = closed(everyoneVotes(opened(tied.outcome.next, rules), ayes({ b: 5, c: 5 })), rules);
    expect(still.outcome.next.status).toBe('tied');
    const third = closed(everyoneVotes(opened(still.outcome.next, rules), ayes({ b: 6, c: 3 })), rules);
    expect(winnersOf(third)).toEqual(['a qualityAward', 'b qualityAward']);
  });

  it('between three for two places settles one and leaves the other two', () => {
    const three = voted(meetingOn(candidates('a', 'b', 'c')), ayes({ a: 7, b: 7, c: 7 }), rules);
    expect(three.outcome.next.ties?.[0]).toMatchObject({ places: 2, applicationIds: ['a', 'b', 'c'] });
    const next = closed(everyoneVotes(opened(three.outcome.next, rules), ayes({ a: 8, b: 4, c: 4 })), rules);
    expect(next.outcome.next.ties).toEqual([{ award: 'qualityAward', places: 1, applicationIds: ['b', 'c'] }]);
  });

  it('ends by a recorded resolution that the place stays empty', () => {
    const facts = { rules, taken: [], minutes: '决议空缺', closed: noneClosed };
    const ended = declareVacancy(tied.outcome.next, aResolution('vacancy'), facts, at(chair));
    expect(winnersOf(ended)).toEqual(['a qualityAward']);
    expect(ended.outcome.next.vacancies).toMatchObject([{ places: 1, number: '评审委〔2027〕1号' }]);
    expect(ended.entries?.find((e) => e.applicationId === 'b')?.reason).toContain('空缺');
  });

  it.each([
    ['by another resolution', aResolution('majorMatter'), chair, 'resolution.does-not-say-so'],
    [
      'by another programme’s',
      { ...aResolution('vacancy'), programmeId: 'other' },
      chair,
      'resolution.does-not-say-so',
    ],
    ['by one of another meeting', aResolution('vacancy', { meetingId: 'mtg_2' }), chair, 'resolution.does-not-say-so'],
    ['by one of no meeting', aResolution('vacancy', { meetingId: undefined }), chair, 'resolution.does-not-say-so'],
    [
      'by one from before the tie',
      aResolution('vacancy', { adoptedOn: '2027-02-28' }),
      chair,
      'resolution.date-before',
    ],
    ['by one that the chair recorded', aResolution('vacancy', { recordedBy: memberId(1) }), chair, 'resolution.own'],
    ['by another member', aResolution('vacancy'), theMember(2), 'vote.not-the-chair'],
    ['by the office', aResolution('vacancy'), officer, 'vote.not-the-chair'],
  ])('not %s', (_, resolution, actor, expected) => {
    const facts = { rules, taken: [], minutes: '', closed: noneClosed };
    expect(refusalOf(() => declareVacancy(tied.outcome.next, resolution, facts, at(actor)))).toBe(expected);
  });

  it('resolves itself when one of those who tie withdraws', () => {
    const strikes = [{ applicationId: 'b', because: 'left' as const, reason: '撤回' }];
    const closing = { box: {}, minutes: '', withoutOutstanding: false, rules, taken: [], late: [], closed: noneClosed };
    const { entries } = closeBallot(tied.outcome.next, { ...closing, strikes }, at(chair));
    expect(entries?.map((e) => [e.applicationId, e.outcome])).toEqual([
      ['a', 'in'],
      ['c', 'in'],
    ]);
    const nobody = { ...closing, strikes: [] };
    expect(refusalOf(() => closeBallot(tied.outcome.next, nobody, at(chair)))).toBe('vote.run-off-needed');
  });

  const left = (applicationId: string) => ({ applicationId, because: 'left' as const, reason: '撤回' });
  const putOff = [{ applicationId: 'b', reason: '不足法定人数' }];

  it('is not for the office to decide: nobody is put off out of a run-off, be there a quorum or not', () => {
    expect(refusalOf(() => opened(tied.outcome.next, rules, { putOff }))).toBe('vote.no-put-off-in-run-off');
    const few = { ...tied.outcome.next, attendance: tied.outcome.next.attendance.slice(0, 5) };
    expect(refusalOf(() => opened(few, rules, { putOff }))).toBe('vote.no-put-off-in-run-off');
    expect(refusalOf(() => opened(few, rules))).toBe('vote.no-quorum');
  });

  it.each([
    ['one of two who tied is gone', 'b'],
    ['a place came free for both', 'a'],
  ])('takes no run-off once %s', (_, gone) => {
    expect(refusalOf(() => opened(tied.outcome.next, rules, { strikes: [left(gone)] }))).toBe('vote.tie-is-over');
  });

  it('is voted on by those who still tie, for the places that are left', () => {
    const four = voted(meetingOn(candidates('a', 'b', 'c', 'd')), ayes({ a: 9, b: 7, c: 7, d: 7 }), rules);
    const next = opened(four.outcome.next, rules, { strikes: [left('b')] });
    expect(next.ties).toEqual([{ award: 'qualityAward', places: 1, applicationIds: ['c', 'd'] }]);
    expect(next.ballot?.questions.map((q) => q.key)).toEqual(['c', 'd']);
    const more = opened(four.outcome.next, rules, { strikes: [left('a')] });
    expect(more.ties).toEqual([{ award: 'qualityAward', places: 2, applicationIds: ['b', 'c', 'd'] }]);
  });

  it('is opened again as a run-off after the run-off was void', () => {
    const runOff = opened(tied.outcome.next, rules);
    const after = voidBallot(runOff, { reason: '重印选票', closed: noneClosed }, at(chair)).next;
    expect(after.status).toBe('tied');
    expect(opened(after, rules).ballot).toMatchObject({ kind: 'runOff', round: 3 });
  });

  it('below the quota is none', () => {
    expect(voted(meetingOn(candidates('a', 'b')), ayes({ a: 7, b: 7 }), rules).outcome.next.status).toBe('closed');
  });

  it('of those who did not pass is none', () => {
    expect(voted(meetingOn(candidates('a', 'b')), ayes({ a: 5, b: 5 }), one).outcome.next.status).toBe('closed');
  });
});

describe('nobody is on both lists (A5)', () => {
  const resolved = () =>
    allowNominationAfterFailure(
      meetingOn(candidates('a', 'b')),
      { resolution: aResolution('nominationAfterFailure'), closed: noneClosed },
      at(chair),
    ).next;

  it('who fails for the 质量奖 gets nothing, unless the committee resolved otherwise', () => {
    expect(winnersOf(voted(meetingOn(candidates('a', 'b')), ayes({ a: 9, b: 5 })))).toEqual(['a qualityAward']);
  });

  it('by a resolution, who fails is voted on for the 提名奖 on the same sheet', () => {
    const sheet = ayes({ a: 9, b: 5, 'a:nominationAward': 9, 'b:nominationAward': 5 });
    const { outcome, entries } = voted(resolved(), sheet);
    expect(winnersOf({ outcome, entries })).toEqual(['a qualityAward', 'b nominationAward']);
    expect(entries).toHaveLength(2);
  });

  it('who passes but finds the 质量奖 full competes for the 提名奖 too', () => {
    const sheet = ayes({ a: 9, b: 8, 'a:nominationAward': 9, 'b:nominationAward': 9 });
    expect(winnersOf(voted(resolved(), sheet, one))).toEqual(['a qualityAward', 'b nominationAward']);
  });

  it('a tie for the 质量奖 is resolved before anyone gets a 提名奖', () => {
    const sheet = ayes({ a: 8, b: 8, 'a:nominationAward': 9, 'b:nominationAward': 9 });
    const tied = voted(resolved(), sheet, one);
    expect(tied.outcome.next.ties).toEqual([{ award: 'qualityAward', places: 1, applicationIds: ['a', 'b'] }]);
    const done = closed(everyoneVotes(opened(tied.outcome.next, one), ayes({ a: 3, b: 6 })), one);
    expect(winnersOf(done)).toEqual(['a nominationAward', 'b qualityAward']);
  });

  it('the resolution comes before the first ballot, and is the chair’s to bring', () => {
    const resolution = aResolution('nominationAfterFailure');
    const open = opened(meetingOn(candidates('a')));
    expect(refusalOf(() => allowNominationAfterFailure(open, { resolution, closed: noneClosed }, at(chair)))).toBe(
      'vote.wrong-status',
    );
    const tied = voted(meetingOn(candidates('a', 'b')), ayes({ a: 8, b: 8 }), one).outcome.next;
    expect(refusalOf(() => allowNominationAfterFailure(tied, { resolution, closed: noneClosed }, at(chair)))).toBe(
      'vote.wrong-status',
    );
    expect(
      refusalOf(() =>
        allowNominationAfterFailure(aMeeting(3, 3), { resolution, closed: noneClosed }, at(theMember(2))),
      ),
    ).toBe('vote.not-the-chair');
    const by = (of: Resolution) =>
      refusalOf(() => allowNominationAfterFailure(aMeeting(3, 3), { resolution: of, closed: noneClosed }, at(chair)));
    const like = (given: Partial<Resolution>) => aResolution('nominationAfterFailure', given);
    expect(by(aResolution('vacancy'))).toBe('resolution.does-not-say-so');
    expect(by(like({ meetingId: 'mtg_2' }))).toBe('resolution.does-not-say-so');
    expect(by(like({ adoptedOn: '2027-02-28' }))).toBe('resolution.date-before');
    expect(by(like({ recordedBy: memberId(1) }))).toBe('resolution.own');
    expect(by(resolution)).toBe('allowed');
  });
});

it('a candidate who withdrew while members voted is not on the list', () => {
  const open = everyoneVotes(opened(meetingOn(candidates('a', 'b'))), ayes({ a: 9, b: 9 }));
  const strikes = [{ applicationId: 'a', because: 'left' as const, reason: '撤回' }];
  const closing = {
    ...open,
    minutes: '',
    withoutOutstanding: false,
    strikes,
    rules: someRules(),
    taken: [],
    late: [],
    closed: noneClosed,
  };
  const { outcome, entries } = closeBallot(open.meeting, closing, at(chair));
  expect(entries?.map((e) => e.applicationId)).toEqual(['b']);
  expect(outcome.events.map((e) => e.type)).toEqual(['candidateStruck', 'ballotCounted', 'ballotClosed']);
  expect(refusalOf(() => opened(outcome.next))).toBe('vote.wrong-status');
});
