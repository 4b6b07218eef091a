import { expect, test } from 'vitest';
import { lastBannedDay, refuseIfBanned } from '#domain/revocation/ban';
import { refusalBy } from '#test/build/refused';

test.each([
  ['2027-03-01', '2032-03-01'],
  ['2028-02-29', '2033-02-28'],
  ['2027-12-31', '2032-12-31'],
])('revoked on %s, the last banned day is %s (D12)', (revokedOn, last) => expect(lastBannedDay(revokedOn)).toBe(last));

test.each([
  ['in the last millisecond of the last banned day', '2032-03-01T15:59:59.999Z', 'ban.in-force'],
  ['on the day after', '2032-03-01T16:00:00.000Z', undefined],
])('%s in Kunming: %s %s', (_, now, code) => {
  const refused = refusalBy(() => refuseIfBanned({ until: '2032-03-01' }, now));
  expect(refused?.code).toBe(code);
  if (code) expect(refused?.detail).toEqual({ until: '2032-03-01' });
});

test('without a ban nobody is refused', () =>
  expect(refusalBy(() => refuseIfBanned(undefined, '2032-03-01T00:00:00.000Z'))).toBeUndefined());
