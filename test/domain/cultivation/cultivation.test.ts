import { expect, test } from 'vitest';
import { annulCultivation, recordCultivation } from '#domain/cultivation/cultivation';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';

const body = someone('body', 'recommendingBody', { jurisdiction: '五华区' });
const other = someone('other', 'recommendingBody', { jurisdiction: '官渡区' });
const entered = {
  jurisdiction: '五华区',
  organisation: '滇池机械',
  kind: 'training',
  on: '2027-03-01',
  description: '卓越绩效模式培训',
} as const;
const record = (who = body, given: object = {}) =>
  recordCultivation({ programmeId, cultivationId: 'cul_1' }, { ...entered, ...given }, at(who));

test('a body records what it did for an organisation of its jurisdiction, when and what (A10)', () => {
  expect(record().next).toMatchObject({ ...entered, recordedBy: 'body', recordedAt: at(body).now });
});

test.each([
  ['of another jurisdiction', other, {}, 'cultivation.other-jurisdiction'],
  ['by the office', officer, {}, 'cultivation.other-jurisdiction'],
  ['that is still to come', body, { on: '2027-03-02' }, 'cultivation.not-yet'],
] as const)('one %s is refused', (_, who, given, code) => expect(refusalOf(() => record(who, given))).toBe(code));

test('a wrong record is annulled by its own jurisdiction, once, and stays', () => {
  const { next } = record();
  const annulled = annulCultivation(next, '登记有误', at(body)).next;
  expect(annulled).toMatchObject({ organisation: '滇池机械', annulled: { reason: '登记有误', by: 'body' } });
  expect(refusalOf(() => annulCultivation(annulled, '再次', at(body)))).toBe('record.not-found');
  expect(refusalOf(() => annulCultivation(next, '他人', at(other)))).toBe('record.not-found');
});
