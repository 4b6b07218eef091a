import { describe, expect, test } from 'vitest';
import type { Winner } from '#domain/approval/winner';
import type { Bonus } from '#domain/bonus/bonus';
import { recordReturn, revokeBonus, wasPaid } from '#domain/bonus/claw-back';
import { decideBonus, proposeBonus, recordPayment } from '#domain/bonus/grant';
import type { Ledger } from '#domain/bonus/ledger';
import { emptyLedger, fen, post, setBudget } from '#domain/bonus/ledger';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { beforeGovernment, colleague, registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const rules = { bonusYuan: 50_000 };
const individual = aWinner({ kind: 'individual', certificateNumber: 'KM2026-ZL-G01' });
const proposal = {
  ...{ year: 2027, amount: 5_000_000, tax: 1_000_000, taxBasis: '偶然所得 20%' },
  ...{ purpose: 'research' as const, purposeText: '质量技术攻关' },
};
const granted = setBudget(
  emptyLedger(programmeId, 2027),
  { budget: 5_000_000, documentNumber: '昆财〔2027〕1号' },
  at(officer),
).next;
const propose = (
  given: { winner?: Winner; change?: object; who?: typeof officer; earlier?: Bonus; rules?: typeof rules } = {},
) =>
  proposeBonus(
    given.winner ?? individual,
    given.earlier,
    { ...proposal, ...given.change },
    given.rules ?? rules,
    at(given.who ?? officer),
  ).next;
const approve = (
  of: Bonus,
  given: { ledger?: Ledger; winner?: Winner; who?: typeof officer; approved?: boolean; reason?: string } = {},
) =>
  decideBonus(
    of,
    { approved: given.approved ?? true, reason: given.reason },
    { winner: given.winner ?? individual, ledger: given.ledger ?? granted, rules },
    at(given.who ?? colleague),
  );
const approved = approve(propose());
const committed = approved.ledger?.next ?? granted;
const paying = { reference: 'TX1', on: '2027-03-01' };
const paid = recordPayment(approved.bonus.next, paying, { winner: individual, ledger: committed }, at(officer));
const others = [
  owner,
  registrar,
  someone('m', 'committeeMember'),
  someone('a', 'auditor'),
  someone('d', 'administrator'),
];

describe('a bonus', () => {
  test.each([
    ['an organisation, whatever the amount', { winner: aWinner() }, 'bonus.organisation'],
    ['an organisation, of nothing', { winner: aWinner(), change: { amount: 0 } }, 'bonus.organisation'],
    ['the Nomination Award', { winner: { ...individual, award: 'nominationAward' as const } }, 'bonus.not-for-award'],
    ['an award that is revoked', { winner: { ...individual, status: 'revoked' as const } }, 'bonus.revoked'],
    ['a fen less than the cycle sets', { change: { amount: 4_999_999 } }, 'bonus.amount-wrong'],
    ['a fen more', { change: { amount: 5_000_001 } }, 'bonus.amount-wrong'],
    [
      'anything where the cycle sets none',
      { rules: { bonusYuan: 0 }, change: { amount: 0, tax: 0 } },
      'bonus.amount-wrong',
    ],
    ['more tax than bonus', { change: { tax: 5_000_001 } }, 'bonus.tax-wrong'],
    ['a budget of the year before the decision', { change: { year: 2025 } }, 'bonus.year-wrong'],
    ['the budget of the year of the decision', { change: { year: 2026 } }, 'allowed'],
    ['as much tax as bonus', { change: { tax: 5_000_000 } }, 'allowed'],
    ['exactly what the cycle sets', {}, 'allowed'],
  ])('of %s: %s', (_, given, code) => expect(refusalOf(() => propose(given))).toBe(code));

  test.each(others.map((o) => [o.personId, o] as const))('is no business of %s', (_, who) => {
    expect(refusalOf(() => propose({ who }))).toBe('person.role-missing');
    expect(refusalOf(() => approve(propose(), { who }))).toBe('person.role-missing');
    expect(
      refusalOf(() => recordPayment(approved.bonus.next, paying, { winner: individual, ledger: committed }, at(who))),
    ).toBe('person.role-missing');
    expect(refusalOf(() => setBudget(granted, { budget: 1, documentNumber: '1' }, at(who)))).toBe(
      'person.role-missing',
    );
  });

  test('is one for an award; after a rejection it can be proposed again', () => {
    expect(refusalOf(() => propose({ earlier: propose() }))).toBe('bonus.proposed-already');
    const rejected = approve(propose(), { approved: false, reason: '用途不符' });
    expect(rejected.ledger).toBeUndefined();
    expect(propose({ earlier: rejected.bonus.next }).status).toBe('proposed');
    expect(refusalOf(() => approve(propose(), { approved: false }))).toBe('bonus.reason-missing');
  });

  test('is approved by another officer than who proposed it', () => {
    expect(refusalOf(() => approve(propose(), { who: officer }))).toBe('proposal.same-person');
    expect(approved.bonus.next.status).toBe('approved');
    expect(committed).toMatchObject({ committed: 5_000_000, paid: 0 });
  });

  test('is not approved when the award was revoked meanwhile, nor twice', () => {
    expect(refusalOf(() => approve(propose(), { winner: { ...individual, status: 'revoked' } }))).toBe('bonus.revoked');
    expect(refusalOf(() => approve(approved.bonus.next))).toBe('bonus.wrong-status');
  });

  test.each([
    [4_999_999, 'bonus.over-budget'],
    [5_000_000, 'allowed'],
  ])('within a budget of %i fen: %s', (budget, code) =>
    expect(refusalOf(() => approve(propose(), { ledger: { ...granted, budget } }))).toBe(code),
  );

  test('is paid less its tax, once, to the fen', () => {
    expect(paid.bonus.next.payment).toMatchObject({ amount: 4_000_000, reference: 'TX1' });
    expect(paid.ledger?.next).toMatchObject({ committed: 5_000_000, paid: 5_000_000, recovered: 0 });
    expect(
      refusalOf(() => recordPayment(paid.bonus.next, paying, { winner: individual, ledger: committed }, at(officer))),
    ).toBe('bonus.wrong-status');
  });
  test.each([
    ['before it was approved', propose(), individual, '2027-03-01', 'bonus.wrong-status'],
    ['on the day before its approval', approved.bonus.next, individual, '2027-02-28', 'bonus.date-wrong'],
    ['tomorrow', approved.bonus.next, individual, '2027-03-02', 'bonus.date-wrong'],
    [
      'after a revocation',
      approved.bonus.next,
      { ...individual, status: 'revoked' as const },
      '2027-03-01',
      'bonus.revoked',
    ],
  ])('is not paid %s', (_, of, winner, on, code) =>
    expect(refusalOf(() => recordPayment(of, { reference: 'T', on }, { winner, ledger: committed }, at(officer)))).toBe(
      code,
    ),
  );
});

describe('the ledger', () => {
  test('takes whole fen and nothing else', () => {
    for (const wrong of [0.5, -1, 1e12, Number.NaN]) expect(fen.safeParse(wrong).success).toBe(false);
    expect(fen.safeParse(0).success).toBe(true);
  });
  test('grants nothing while no budget was entered, and no less than is committed', () => {
    expect(refusalOf(() => post(emptyLedger(programmeId, 2027), { committed: 1 }, '', at(officer)))).toBe(
      'bonus.over-budget',
    );
    const less = { budget: 4_999_999, documentNumber: '1' };
    expect(refusalOf(() => setBudget(committed, less, at(officer)))).toBe('bonus.budget-below-committed');
  });
  test('adds up without loss over a thousand odd sums', () => {
    let of: Ledger = { ...granted, budget: 100_000_000_000 };
    for (let i = 0; i < 1000; i += 1) of = post(of, { committed: 10_000_001, paid: 3 }, '', at(officer)).next;
    expect(of).toMatchObject({ committed: 10_000_001_000, paid: 3000 });
  });
});

describe('a revocation', () => {
  const ledger = paid.ledger?.next ?? committed;
  const owed = revokeBonus(paid.bonus.next, 'rev_1', ledger, at(registrar))?.bonus.next as Bonus;
  const revocation = beforeGovernment({ stage: 'Recovery', tasks: [{ task: 'bonus', dueOn: '2027-04-01' }] });
  const back = (of: Bonus, amount: number, who = officer) =>
    recordReturn(of, { amount, reference: 'RX', on: '2027-03-01' }, { ledger, revocation }, at(who));

  test('claws back the whole of what was granted, tax included', () => {
    expect(wasPaid(paid.bonus.next)).toBe(true);
    expect(owed).toMatchObject({ status: 'clawback', clawback: { due: 5_000_000, received: [] } });
  });
  test('stops what was not paid, and frees what it had committed', () => {
    const stopped = revokeBonus(approved.bonus.next, 'rev_1', committed, at(registrar));
    expect(stopped?.bonus.next.status).toBe('stopped');
    expect(stopped?.ledger?.next.committed).toBe(0);
    expect(wasPaid(approved.bonus.next)).toBe(false);
    const early = revokeBonus(propose(), 'rev_1', granted, at(registrar));
    expect(early).toMatchObject({ bonus: { next: { status: 'stopped' } } });
    expect(early?.ledger).toBeUndefined();
  });
  test('is done with the last fen, and its task with it', () => {
    const most = back(owed, 4_999_999);
    expect(most.bonus.next.status).toBe('clawback');
    expect(most.revocation).toBeUndefined();
    expect(refusalOf(() => back(most.bonus.next, 2))).toBe('bonus.more-than-due');
    const last = back(most.bonus.next, 1);
    expect(last.bonus.next.status).toBe('recovered');
    expect(last.revocation?.next).toMatchObject({
      stage: 'Revoked',
      tasks: [{ task: 'bonus', receipt: { reference: 'RX' } }],
    });
    expect(last.ledger?.next.recovered).toBe(1);
  });
  test.each(others.map((o) => [o.personId, o] as const))('has nothing recorded by %s', (_, who) =>
    expect(refusalOf(() => back(owed, 1, who))).toBe('person.role-missing'),
  );
  test('has nothing come back that is not owed', () =>
    expect(refusalOf(() => back(paid.bonus.next, 1))).toBe('bonus.wrong-status'));
});
