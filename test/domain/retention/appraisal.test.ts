import { describe, expect, test } from 'vitest';
import type { Cycle } from '#domain/cycle/cycle';
import type { Appraisal, AppraisalEntry } from '#domain/retention/appraisal';
import { decideDisposal, proposeDisposal } from '#domain/retention/decide';
import { disposeOf } from '#domain/retention/dispose';
import { drawUp, entriesPerList, entryOf, isDue } from '#domain/retention/draw-up';
import { anApplication, at, officer, someone } from '#test/build/an-application';
import { anAnnounced } from '#test/build/cycle';
import { refusalOf } from '#test/build/refusal';

const second = someone('second', 'office');
const cycle: Cycle = {
  ...anAnnounced(),
  closesAt: '2027-06-30T16:00:00.000Z',
  completedAt: '2027-12-01T01:00:00.000Z',
};
const entry = (recordId: string, more: Partial<AppraisalEntry> = {}): AppraisalEntry => ({
  ...{ filed: 'application' as const, recordId, applicationId: recordId, name: '某公司', keptUntil: '2038-01-01' },
  ...more,
});
const drawn = (...entries: AppraisalEntry[]) => drawUp(cycle, 2038, entries, at(officer))[0]?.next as Appraisal;
const list = () => drawn(entry('app_1'), entry('app_2'), entry('app_3', { kept: 'ban' }));
const proposed = (keep: string[] = [], who = officer, of = list()) =>
  proposeDisposal(of, { keep, reason: '保管期满' }, at(who)).next;

describe('the list of a year (D13)', () => {
  test('is for cycles that were completed, from 1 January on', () => {
    expect(isDue(cycle, '2037-12-31')).toBe(false);
    expect(isDue(cycle, '2038-01-01')).toBe(true);
    expect(isDue({ ...cycle, completedAt: undefined }, '2050-01-01')).toBe(false);
  });

  test('names what was handed in and is there still', () => {
    const receipt = { number: 'r', at: '2027-03-01T00:00:00.000Z', manifestSha256: 'a'.repeat(64), files: [] };
    const free = { openCase: false, ban: undefined };
    const given = anApplication({ receipt });
    expect(entryOf(given, cycle, free, '2038-01-01')).toMatchObject({
      applicationId: 'app_1',
      keptUntil: '2038-01-01',
    });
    expect(entryOf(anApplication(), cycle, free, '2038-01-01')).toBeUndefined();
    const gone = disposeOf(given, 'apr_1', at(officer)).next;
    expect(entryOf(gone, cycle, free, '2038-01-01')).toBeUndefined();
    expect(gone).toMatchObject({ sections: {}, receipt: { number: 'r' }, disposed: { appraisalId: 'apr_1' } });
  });

  test('of a large cycle is several, each the same when it is drawn up again', () => {
    const many = Array.from({ length: entriesPerList + 1 }, (_, i) => entry(`app_${i}`));
    const ids = () => drawUp(cycle, 2038, many, at(officer)).map(({ next }) => [next.appraisalId, next.entries.length]);
    expect(ids()).toEqual(ids());
    expect(ids().map(([, length]) => length)).toEqual([entriesPerList, 1]);
    expect(drawUp(cycle, 2038, [], at(officer))).toEqual([]);
  });
});

describe('it takes two people to dispose of files', () => {
  test('one proposes, another approves', () => {
    const { status, proposal, approval } = decideDisposal(proposed(), { approve: true }, at(second)).next;
    expect([status, proposal?.personId, approval?.personId]).toEqual(['approved', 'officer', 'second']);
  });

  test.each([
    ['the same person', officer, 'retention.same-person'],
    ['an auditor', someone('x', 'auditor'), 'person.role-missing'],
    ['an administrator', someone('x', 'administrator'), 'person.role-missing'],
    ['a registrar', someone('x', 'registrar'), 'person.role-missing'],
    ['another officer', second, 'allowed'],
  ])('%s approves: %s', (_, who, expected) =>
    expect(refusalOf(() => decideDisposal(proposed(), { approve: true }, at(who)))).toBe(expected),
  );

  test.each(['auditor', 'administrator', 'registrar', 'committeeMember'] as const)('a %s proposes nothing', (role) =>
    expect(refusalOf(() => proposed([], someone('x', role)))).toBe('person.role-missing'),
  );

  test('nothing is approved before it is proposed, nor twice, nor proposed twice', () => {
    expect(refusalOf(() => decideDisposal(list(), { approve: true }, at(second)))).toBe('retention.wrong-status');
    const approved = decideDisposal(proposed(), { approve: true }, at(second)).next;
    expect(refusalOf(() => decideDisposal(approved, { approve: true }, at(second)))).toBe('retention.wrong-status');
    expect(refusalOf(() => proposed([], second, proposed()))).toBe('retention.wrong-status');
  });

  test('whoever declines says why; then it can be proposed anew, and what the law keeps stays kept', () => {
    expect(refusalOf(() => decideDisposal(proposed(), { approve: false }, at(second)))).toBe(
      'retention.reason-missing',
    );
    const declined = decideDisposal(proposed(['app_1']), { approve: false, reason: '再议' }, at(second)).next;
    expect(declined).toMatchObject({ status: 'drawn', proposal: undefined, declined: { reason: '再议' } });
    const again = proposed(['app_2'], second, declined);
    expect(again.entries.map((e) => e.kept)).toEqual([undefined, 'appraisal', 'ban']);
  });

  test('what is not on the list is not kept, and a list of which all is kept is not proposed', () => {
    expect(refusalOf(() => proposed(['app_9']))).toBe('retention.unknown-entries');
    expect(refusalOf(() => proposed(['app_1', 'app_2']))).toBe('retention.nothing-offered');
  });
});
