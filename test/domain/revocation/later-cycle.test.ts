import { describe, expect, test } from 'vitest';
import { lifecycle, stages } from '#domain/lifecycle';
import { removalsOf } from '#domain/public-notice/removal';
import { endBannedCase } from '#domain/revocation/end-banned-case';
import { imposeBan } from '#domain/revocation/ban';
import { castBallot, questionsFor } from '#domain/vote/cast-ballot';
import { closeBallot } from '#domain/vote/close-ballot';
import { strikeNow } from '#domain/vote/strike-now';
import { emptyBox, withSheet } from '#domain/vote/round';
import { anApplication, at, officer } from '#test/build/an-application';
import { aMeeting, anOrganisation, chair, opened, someRules, theMember } from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';
import { registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const now = '2032-03-01T15:59:59.999Z';
const system = { personId: 'system', name: '系统', grants: [] };
const ban = imposeBan(
  undefined,
  { banId: 'ban_1', winner: aWinner(), revocationId: 'rev_1', revokedOn: '2027-03-01', rules: { banYears: 5 } },
  at(registrar, '2027-03-01T08:00:00.000Z'),
).next;

describe('the case of a banned party in a later cycle', () => {
  const over = ['Draft', 'Awarded', 'Refused', 'Withdrawn', 'Ended'];
  test.each(stages)('in %s ends at once with the ground, if it is under way', (stage) => {
    const ended = endBannedCase(anApplication({ stage }), ban, at(system, now));
    if (over.includes(stage)) return expect(ended).toBeUndefined();
    expect(ended?.next).toMatchObject({ stage: 'Ended', ended: { stage, article: 'A27', at: now } });
    expect(ended?.next.ended?.reason).toContain('2032-03-01');
    expect(ended?.events[0]).toMatchObject({ type: 'endedByBan', move: { from: stage, to: 'Ended' } });
    expect(lifecycle[stage]).toHaveProperty('endByBan');
  });

  test('goes on when the ban is over or was lifted', () => {
    const inVote = anApplication({ stage: 'CommitteeVote' });
    expect(endBannedCase(inVote, ban, at(system, '2032-03-01T16:00:00.000Z'))).toBeUndefined();
    const lifted = { number: '1', date: '2028-01-01', reason: '', documentId: 'd', by: 'r', at: now };
    expect(endBannedCase(inVote, { ...ban, lifted }, at(system, now))).toBeUndefined();
  });

  test('is ended by nobody but the clockwork', () =>
    expect(refusalOf(() => endBannedCase(anApplication({ stage: 'Defence' }), ban, at(officer, now)))).toBe(
      'person.role-missing',
    ));
});

describe('an open ballot', () => {
  const rules = someRules();
  const open = opened(aMeeting(3, 3, { candidates: [anOrganisation('a'), anOrganisation('b')] }), rules);
  const left = { applicationId: 'a', because: 'left', reason: '禁止申报' } as const;

  test('is left at once: who has voted is not asked again, who has not is asked about the others', () => {
    const first = castBallot(open, { a: 'yes', b: 'yes' }, at(theMember(1)));
    const struck = strikeNow(first.outcome.next, left, at(system));
    expect(struck?.events).toMatchObject([
      { type: 'candidateStruck', detail: { applicationId: 'a', because: 'left' } },
    ]);
    let meeting = struck?.next ?? open;
    expect(questionsFor(meeting, theMember(2).personId).map((q) => q.key)).toEqual(['b']);
    expect(refusalOf(() => castBallot(meeting, { a: 'yes', b: 'yes' }, at(theMember(2))))).toBe(
      'vote.ballot-incomplete',
    );
    let box = withSheet(emptyBox(open.ballot?.questions ?? []), first.sheet);
    for (const n of [2, 3]) {
      const cast = castBallot(meeting, { b: 'yes' }, at(theMember(n)));
      meeting = cast.outcome.next;
      box = withSheet(box, cast.sheet);
    }
    const closing = {
      box,
      minutes: '纪要',
      withoutOutstanding: false,
      strikes: [],
      rules,
      taken: [],
      late: [],
      closed: new Set<string>(),
    };
    expect(closeBallot(meeting, closing, at(chair)).entries).toMatchObject([{ applicationId: 'b', outcome: 'in' }]);
  });

  test('with nothing else on it is closed without anybody being waited for', () => {
    const alone = opened(aMeeting(3, 3, { candidates: [anOrganisation('a')] }), rules);
    const meeting = strikeNow(alone, left, at(system))?.next ?? alone;
    const box = emptyBox(alone.ballot?.questions ?? []);
    const closing = {
      box,
      minutes: '纪要',
      withoutOutstanding: false,
      strikes: [],
      rules,
      taken: [],
      late: [],
      closed: new Set<string>(),
    };
    expect(closeBallot(meeting, closing, at(chair)).entries).toEqual([]);
  });

  test('is left once, and one that is closed or knows nothing of it not at all', () => {
    const struck = strikeNow(open, left, at(system))?.next ?? open;
    expect(strikeNow(struck, left, at(system))).toBeUndefined();
    expect(strikeNow({ ...open, status: 'closed' }, left, at(system))).toBeUndefined();
    expect(strikeNow(open, { ...left, applicationId: 'z' }, at(system))).toBeUndefined();
  });
});

describe('a notice in which the ended case stands', () => {
  const ended = (at: string) =>
    anApplication({
      stage: 'Ended',
      notices: { AwardNotice: { noticeId: 'ntc_1', endsAt: '2027-03-08T16:00:00.000Z' } },
      ended: { stage: 'AwardNotice', reason: '禁止申报', article: 'A27', at },
    });
  test.each([
    ['2027-03-08T15:59:59.999Z', 1],
    ['2027-03-08T16:00:00.000Z', 0],
  ])('ended at %s gets %i correction', (when, count) => {
    const removals = removalsOf(ended(when), at(system));
    expect(removals).toHaveLength(count);
    if (count) expect(removals[0]?.next).toMatchObject({ noticeId: 'ntc_1', article: 'A27', reason: '禁止申报' });
  });
});
