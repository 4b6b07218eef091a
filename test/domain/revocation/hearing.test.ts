import { describe, expect, test } from 'vitest';
import { concludeInvestigation, dropRevocation, openRevocation } from '#domain/revocation/investigate';
import {
  closeHearing,
  giveHearingNotice,
  recordHearing,
  requestHearing,
  stateDefence,
  waiveHearing,
} from '#domain/revocation/hear';
import { grounds, groundLabels } from '#domain/revocation/grounds';
import type { Revocation } from '#domain/revocation/revocation';
import { rules } from '#domain/cycle/rules';
import { at, officer, owner, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aFile, aRevocation, colleague, inHearing, plainCalendar, registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const others = [
  owner,
  registrar,
  someone('m', 'committeeMember'),
  someone('a', 'auditor'),
  someone('d', 'administrator'),
];

describe('the investigation', () => {
  const facts = { revocationId: 'rev_1', ground: 'accident', facts: '较大生产安全事故' } as const;

  test.each(others.map((o) => [o.personId, o] as const))('is not opened by %s', (_, who) =>
    expect(refusalOf(() => openRevocation(aWinner(), facts, at(who)))).toBe('person.role-missing'),
  );
  test('is not opened against an award that is revoked', () =>
    expect(refusalOf(() => openRevocation(aWinner({ status: 'revoked' }), facts, at(officer)))).toBe(
      'revocation.revoked-already',
    ));
  test.each(grounds)('rests on %s, a paragraph of article 27', (ground) => {
    const { events } = openRevocation(aWinner(), { ...facts, ground }, at(officer));
    expect(events[0]?.detail?.article).toBe(groundLabels[ground].article);
    expect(groundLabels[ground].article).toMatch(/^A27\([1-4]\)$/);
  });

  test.each([
    ['no file at all', []],
    ['a file that has not arrived', [aFile({ status: 'awaited' })]],
    ['a file that was rejected', [aFile({ status: 'rejected' })]],
  ])('establishes nothing on %s', (_, files) =>
    expect(
      refusalOf(() => concludeInvestigation(aRevocation(), { findings: '属实', files, kept: [] }, at(officer))),
    ).toBe('revocation.unproven'),
  );

  test('gives no notice before its findings are written', () =>
    expect(refusalOf(() => giveHearingNotice(aRevocation(), '拟撤销', period, at(officer)))).toBe(
      'revocation.not-investigated',
    ));
  test('can be dropped with a reason until the hearing is closed, and not after', () => {
    expect(dropRevocation(inHearing(), '查无实据', at(officer)).next).toMatchObject({ stage: 'Dropped' });
    const later = aRevocation({ stage: 'CommitteeDecision' });
    expect(refusalOf(() => dropRevocation(later, '查无实据', at(officer)))).toBe('stage.action-unavailable');
  });
});

const calendars = [{ ...plainCalendar(2027), holidays: ['2027-03-03'], shiftedWorkingDays: ['2027-03-07'] }];
const period = { rules: rules.parse({}), calendars };

describe('the right to be heard', () => {
  const investigated = aRevocation({
    investigation: { text: '属实', by: officer.personId, at: '2027-02-27T01:00:00.000Z' },
  });

  test.each([
    ['2027-03-01T01:00:00.000Z', 5, '2027-03-08T16:00:00.000Z', 'Tuesday on, a holiday out and a shifted Sunday in'],
    ['2027-03-01T15:59:59.999Z', 5, '2027-03-08T16:00:00.000Z', 'the last millisecond of the same day'],
    ['2027-03-01T16:00:00.000Z', 5, '2027-03-09T16:00:00.000Z', 'the first of the next'],
    ['2027-03-01T01:00:00.000Z', 7, '2027-03-10T16:00:00.000Z', 'a longer setting'],
  ])('given at %s for %i working days ends at %s: %s', (now, hearingWorkingDays, endsAt) => {
    const given = { ...period, rules: { hearingWorkingDays } };
    expect(giveHearingNotice(investigated, '拟撤销', given, at(officer, now)).next.hearing?.endsAt).toBe(endsAt);
  });

  const last = '2027-03-08T15:59:59.999Z';
  const over = '2027-03-08T16:00:00.000Z';
  const uses = { stateDefence, requestHearing, waiveHearing };

  test.each(Object.entries(uses))('%s is the winner’s alone', (_, use) => {
    for (const who of [officer, registrar, someone('m', 'committeeMember'), someone('stranger')])
      expect(refusalOf(() => use(inHearing(), '申辩', at(who)))).toBe('person.not-owner');
  });
  test.each(Object.entries(uses))('%s is possible in its last millisecond and not after', (_, use) => {
    expect(refusalOf(() => use(inHearing(), '申辩', at(owner, last)))).toBe('allowed');
    expect(refusalOf(() => use(inHearing(), '申辩', at(owner, over)))).toBe('revocation.hearing-over');
  });
  test.each(Object.entries(uses))('%s is not possible once it was waived', (_, use) => {
    const waived = waiveHearing(inHearing(), '放弃', at(owner)).next;
    expect(refusalOf(() => use(waived, '申辩', at(owner)))).toBe('revocation.hearing-waived');
  });

  const close = (of: Revocation, now: string) => closeHearing(of, [], at(officer, now));
  const said = { text: '申辩', by: owner.personId, at: '2027-03-02T01:00:00.000Z' };
  const record = {
    ...said,
    by: colleague.personId,
    heldAt: '2027-03-05T01:00:00.000Z',
    place: '会议室',
    attendees: ['甲'],
  };

  test.each([
    ['nothing', {}, over, 'lapsed'],
    ['statements', { statements: [said] }, over, 'stated'],
    ['a hearing that was held', { request: said, record }, over, 'heard'],
    ['a waiver, before the end', { waiver: said }, '2027-03-02T02:00:00.000Z', 'waived'],
    ['a request that was waived after all', { request: said, waiver: said }, '2027-03-02T02:00:00.000Z', 'waived'],
  ])('is closed after %s', (_, hearing, now, outcome) =>
    expect(close(inHearing(hearing), now).next).toMatchObject({ stage: 'CommitteeDecision', hearing: { outcome } }),
  );
  test.each([
    ['a millisecond early', {}, last, 'revocation.hearing-open'],
    ['early, though statements came', { statements: [said] }, last, 'revocation.hearing-open'],
    ['early, though a hearing was held', { request: said, record }, last, 'revocation.hearing-open'],
    ['while the hearing that was asked for was not held', { request: said }, over, 'revocation.hearing-unheld'],
  ])('is not closed %s', (_, hearing, now, code) => expect(refusalOf(() => close(inHearing(hearing), now))).toBe(code));
});

describe('a hearing', () => {
  const requested = requestHearing(inHearing(), '要求听证', at(owner, '2027-03-02T01:00:00.000Z')).next;
  const held = { heldAt: '2027-03-05T09:00:00+08:00', place: '第一会议室', attendees: ['某某'], text: '笔录' };
  const now = '2027-03-05T04:00:00.000Z';

  test('is recorded by an officer who did not investigate, in universal time', () =>
    expect(recordHearing(requested, held, at(colleague, now)).next.hearing?.record?.heldAt).toBe(
      '2027-03-05T01:00:00.000Z',
    ));
  test.each([
    ['by who investigated', requested, officer, held, 'revocation.hearing-by-investigator'],
    ['by the winner', requested, owner, held, 'person.role-missing'],
    ['that nobody asked for', inHearing(), colleague, held, 'revocation.hearing-not-requested'],
    [
      'of the future',
      requested,
      colleague,
      { ...held, heldAt: '2027-03-05T04:00:00.001Z' },
      'revocation.hearing-time-wrong',
    ],
    [
      'of before it was asked for',
      requested,
      colleague,
      { ...held, heldAt: '2027-03-02T00:59:59.999Z' },
      'revocation.hearing-time-wrong',
    ],
  ] as const)('is not recorded %s', (_, of, who, what, code) =>
    expect(refusalOf(() => recordHearing(of, what, at(who, now)))).toBe(code),
  );
});
