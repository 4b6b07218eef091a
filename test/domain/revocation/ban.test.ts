import { describe, expect, test } from 'vitest';
import { imposeBan, lastBannedDay, refuseIfBanned } from '#domain/revocation/ban';
import { banFor, liftBan, refuseUnlessReadsBans } from '#domain/revocation/lift-ban';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { refusalBy } from '#test/build/refused';
import { aDecision, registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const five = { banYears: 5 };

test.each([
  ['2027-03-01', 5, '2032-03-01'],
  ['2028-02-29', 5, '2033-02-28'],
  ['2028-02-29', 8, '2036-02-29'],
  ['2027-02-28', 5, '2032-02-28'],
  ['2096-02-29', 8, '2104-02-29'],
  ['2092-02-29', 8, '2100-02-28'],
  ['2027-12-31', 10, '2037-12-31'],
])('revoked on %s and banned for %i years, the last banned day is %s (D12)', (revokedOn, banYears, last) =>
  expect(lastBannedDay(revokedOn, { banYears })).toBe(last),
);

test.each([
  ['in the last millisecond of the last banned day', '2032-03-01', '2032-03-01T15:59:59.999Z', 'ban.in-force'],
  ['on the day after', '2032-03-01', '2032-03-01T16:00:00.000Z', undefined],
  ['on 28 February that stands for the 29th', '2033-02-28', '2033-02-28T15:59:59.999Z', 'ban.in-force'],
  ['on 1 March after it', '2033-02-28', '2033-02-28T16:00:00.000Z', undefined],
])('%s (%s) in Kunming: %s %s', (_, until, now, code) => {
  const refused = refusalBy(() => refuseIfBanned({ until }, now));
  expect(refused?.code).toBe(code);
  if (code) expect(refused?.detail).toEqual({ until });
});

test('without a ban nobody is refused', () =>
  expect(refusalBy(() => refuseIfBanned(undefined, '2032-03-01T00:00:00.000Z'))).toBeUndefined());

describe('a ban', () => {
  const imposed = { banId: 'ban_1', winner: aWinner(), revocationId: 'rev_1', revokedOn: '2027-03-01', rules: five };
  const first = imposeBan(undefined, imposed, at(registrar)).next;

  test('runs from the revocation to its anniversary, by identifier', () =>
    expect(first).toMatchObject({ from: '2027-03-01', until: '2032-03-01', identifier: aWinner().identifier }));

  test.each([
    ['2028-05-05', 5, '2027-03-01', '2033-05-05', 'a second revocation prolongs it'],
    ['2027-06-01', 5, '2027-03-01', '2032-06-01', 'whatever is later counts'],
  ])('revoked again on %s for %i years it runs from %s until %s: %s', (revokedOn, banYears, from, until) => {
    const again = { ...imposed, revocationId: 'rev_2', revokedOn, rules: { banYears } };
    const { next } = imposeBan(first, again, at(registrar, '2028-06-01T00:00:00.000Z'));
    expect(next).toMatchObject({ from, until, revocationIds: ['rev_1', 'rev_2'] });
  });

  test('is not shortened by a revocation of an award with a shorter ban', () => {
    const long = imposeBan(undefined, { ...imposed, rules: { banYears: 10 } }, at(registrar)).next;
    expect(imposeBan(long, { ...imposed, revocationId: 'rev_2' }, at(registrar)).next.until).toBe('2037-03-01');
  });

  test('that is over begins anew with the next revocation', () => {
    const later = { ...imposed, revocationId: 'rev_2', revokedOn: '2040-01-10' };
    const { next } = imposeBan(first, later, at(registrar, '2040-01-10T08:00:00.000Z'));
    expect(next).toMatchObject({ from: '2040-01-10', until: '2045-01-10' });
  });

  const lifting = { number: '昆政复〔2028〕2号', date: '2028-03-01', reason: '行政复议撤销原决定' };
  const day = '2028-03-01T03:00:00.000Z';

  test('is lifted by the registrar with the signed decision, and then refuses nobody', () => {
    const { next } = liftBan(first, lifting, aDecision(), at(registrar, day));
    expect(refusalBy(() => refuseIfBanned(next, day))).toBeUndefined();
    expect(banFor(next, day)).toMatchObject({ status: 'lifted' });
    expect(refusalOf(() => liftBan(next, lifting, aDecision(), at(registrar, day)))).toBe('ban.over');
  });

  test.each([
    ['by the office', officer, lifting, aDecision(), day, 'person.role-missing'],
    ['by the committee', someone('m', 'committeeMember'), lifting, aDecision(), day, 'person.role-missing'],
    ['without a document', registrar, lifting, undefined, day, 'approval.document-missing'],
    ["with another's document", registrar, lifting, aDecision({ ownerId: 'x' }), day, 'approval.document-missing'],
    ['dated tomorrow', registrar, { ...lifting, date: '2028-03-02' }, aDecision(), day, 'approval.date-in-future'],
    ['after its end', registrar, lifting, aDecision(), '2032-03-01T16:00:00.000Z', 'ban.over'],
  ] as const)('is not lifted %s', (_, who, what, document, now, code) =>
    expect(refusalOf(() => liftBan(first, what, document, at(who, now)))).toBe(code),
  );

  test.each([
    ['2032-03-01T15:59:59.999Z', 'inForce'],
    ['2032-03-01T16:00:00.000Z', 'over'],
  ])('is shown at %s as %s', (now, status) => expect(banFor(first, now).status).toBe(status));

  test.each([
    ['office', undefined],
    ['registrar', undefined],
    ['auditor', undefined],
    ['committeeMember', 'person.role-missing'],
    ['assessor', 'person.role-missing'],
    ['applicant', 'person.role-missing'],
    ['administrator', 'person.role-missing'],
  ] as const)('may be looked at by %s: %s', (role, code) =>
    expect(refusalBy(() => refuseUnlessReadsBans(someone('p', role), programmeId))?.code).toBe(code),
  );
});
