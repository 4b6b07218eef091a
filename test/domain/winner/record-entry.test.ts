import { describe, expect, test } from 'vitest';
import type { NewWinnerEntry } from '#domain/winner/entry';
import { supportMeasuresOf } from '#domain/winner/entry';
import { priorityRows } from '#domain/winner/priority-rows';
import { annulWinnerEntry, recordWinnerEntry, refuseUnlessReader } from '#domain/winner/record-entry';
import { at, officer, owner, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aWinner } from '#test/build/winner';

const body = someone('body', 'recommendingBody', { jurisdiction: '五华区' });
const other = someone('other', 'recommendingBody', { jurisdiction: '官渡区' });
const auditor = someone('auditor', 'auditor');
const on = '2027-03-01';
const entries = {
  recommendation: { kind: 'priorityRecommendation', level: 'provincial', award: '云南省政府质量奖', on },
  support: { kind: 'supportMeasure', measure: '技术改造贴息', giver: '五华区人民政府', on },
  promotion: { kind: 'promotion', activity: 'visit', description: '组织观摩', on },
} as const satisfies Record<string, NewWinnerEntry>;
type Given = Parameters<typeof aWinner>[0];
const record = (what: NewWinnerEntry, who = officer, winner: Given = {}) =>
  recordWinnerEntry(aWinner(winner), 'wen_1', what, at(who)).next;

describe('who records what for a winner (A23, A24)', () => {
  test.each([
    ['the office', 'recommendation', officer, {}, 'allowed'],
    ['the office', 'support', officer, {}, 'allowed'],
    ['the office', 'promotion', officer, {}, 'person.role-missing'],
    ['its recommending body', 'recommendation', body, {}, 'person.role-missing'],
    ['its recommending body', 'support', body, {}, 'allowed'],
    ['its recommending body', 'promotion', body, {}, 'allowed'],
    ["another jurisdiction's body", 'promotion', other, {}, 'winner.other-jurisdiction'],
    ["another jurisdiction's body", 'support', other, {}, 'winner.other-jurisdiction'],
    [
      'a body, for a winner of no known jurisdiction',
      'promotion',
      body,
      { jurisdiction: undefined },
      'winner.other-jurisdiction',
    ],
    ['an auditor', 'support', auditor, {}, 'person.role-missing'],
    ['the winner', 'support', owner, {}, 'person.role-missing'],
    ['the office, after a revocation', 'recommendation', officer, { status: 'revoked' }, 'winner.revoked'],
  ] as const)('%s, a %s', (_, what, who, winner, expected) =>
    expect(refusalOf(() => record(entries[what], who, winner))).toBe(expected),
  );

  test.each([
    ['2026-11-29', 'winner.entry-too-early'],
    ['2026-11-30', 'allowed'],
    ['2027-03-01', 'allowed'],
    ['2027-03-02', 'winner.entry-not-yet'],
  ])('on %s, the award decided on 30 November 2026 and today being 1 March 2027: %s', (day, expected) =>
    expect(refusalOf(() => record({ ...entries.support, on: day }))).toBe(expected),
  );
});

test('an entry is annulled by whose it is, once, and lists no support any more', () => {
  const support = record(entries.support, body);
  expect(refusalOf(() => annulWinnerEntry(support, '有误', at(other)))).toBe('record.not-found');
  expect(refusalOf(() => annulWinnerEntry(support, '有误', at(officer)))).toBe('record.not-found');
  const annulled = annulWinnerEntry(support, '有误', at(body)).next;
  expect(refusalOf(() => annulWinnerEntry(annulled, '再次', at(body)))).toBe('record.not-found');
  expect(supportMeasuresOf([support])).toMatchObject([{ measure: '技术改造贴息', giver: '五华区人民政府', on }]);
  expect(supportMeasuresOf([annulled, record(entries.recommendation)])).toEqual([]);
});

test.each([
  ['the office', officer, 'allowed'],
  ['an auditor', auditor, 'allowed'],
  ['its body', body, 'allowed'],
  ['the winner', owner, 'allowed'],
  ['another body', other, 'record.not-found'],
  ['anybody else', someone('x'), 'record.not-found'],
])('the entries are read by %s: %s', (_, who, expected) =>
  expect(refusalOf(() => refuseUnlessReader(aWinner(), {}, who))).toBe(expected),
);

test('the export has standing winners alone, with what they were recommended to', () => {
  const recommended = record(entries.recommendation);
  const wrong = annulWinnerEntry(record({ ...entries.recommendation, award: '错误' }), '有误', at(officer)).next;
  const revoked = aWinner({ certificateNumber: 'KM2026-ZL-Z02', status: 'revoked' });
  const [heads = [], ...rows] = priorityRows([aWinner(), revoked], [recommended, wrong]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveLength(heads.length);
  expect(rows[0]?.at(0)).toBe('KM2026-ZL-Z01');
  expect(rows[0]?.at(-1)).toBe('省级 云南省政府质量奖(2027-03-01)');
});
