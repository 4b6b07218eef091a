import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import type { Winner } from '#domain/approval/winner';
import { decided, newHead } from '#domain/record';
import { creditCodeOf } from '#local/sample/forms';
import { anApplication, at, owner, programmeId } from '#test/build/an-application';
import { aStand } from '#test/functions/steps/stand';

let stand: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => void (stand = await aStand()));
afterAll(() => stand.stop());

const [X, Y] = ['91530100MA6K000013', '91530100MA6K000026'];
const named = (creditCode: string): Application['sections'] => ({
  organisationIdentity: {
    content: {
      name: '昆明某厂',
      creditCode,
      registeredOn: '2010-01-01',
      registrationType: 'company',
      registrationAuthority: '昆明市市场监督管理局',
      legalPerson: true,
      domicileDivision: '530102',
      address: '昆明',
      jurisdiction: '五华区',
      seniorLeader: '王五',
      contactName: '王五',
      contactPhone: '1',
      contactEmail: 'wang@example.com',
    },
    savedAt: '2027-02-01T00:00:00.000Z',
    version: 1,
    savedBy: owner.personId,
    savedByName: owner.name,
  },
});
const receipt = { number: 'n', at: '2027-02-01T00:00:00.000Z', manifestSha256: '', files: [] };

/** Hands in the application as the form names it now. */
async function submitted(before: Application, creditCode: string) {
  const next = { ...before, sections: named(creditCode), appliedAs: creditCode, receipt };
  await stand.deps().applications.submit(decided(at(owner), next, { type: 'submitted' }), before, {});
  return stand.deps().applications.get(before.applicationId);
}
const draft = (applicationId: string) => anApplication({ applicationId, version: 0 });
const taken = expect.objectContaining({ code: 'application.applied-already' }) as Error;

test('whoever corrects the identifier leaves the seat of the wrong one to its owner', async () => {
  const first = await submitted(draft('app_a'), X);
  await expect(submitted(draft('app_b'), X)).rejects.toEqual(taken);
  await submitted(first, Y);
  await submitted(draft('app_b'), X);
  await expect(submitted(draft('app_c'), Y)).rejects.toEqual(taken);
});

test('a withdrawal frees the seat that was taken, not that of a form changed since', async () => {
  const [P, Q] = ['91530100MA6K000039', '91530100MA6K00004C'];
  const of = await submitted(draft('app_p'), P);
  await submitted(draft('app_q'), Q);
  const withdrawn = decided(at(owner), { ...of, sections: named(Q) }, { type: 'withdrawn' });
  await stand.deps().applications.withdraw(withdrawn, {});
  await submitted(draft('app_r'), P);
  await expect(submitted(draft('app_s'), Q)).rejects.toEqual(taken);
});

test('a refusal keeps the seat taken, unless somebody else had used the name', async () => {
  const [S, T] = [creditCodeOf(71), creditCodeOf(72)];
  const refuse = async (of: Application, ground: object) => {
    const ended = { stage: of.stage, reason: '不符', article: 'A12', at: '2027-03-01T00:00:00.000Z', ...ground };
    await stand
      .deps()
      .applications.decideRefusal(decided(at(owner), { ...of, stage: 'Refused', ended }, { type: 'refused' }));
  };
  await refuse(await submitted(draft('app_t'), S), {});
  await expect(submitted(draft('app_u'), S)).rejects.toEqual(taken);
  await refuse(await submitted(draft('app_v'), T), { falseIdentity: true });
  await submitted(draft('app_w2'), T);
});

test('while something is held against it, neither a withdrawal nor another identifier frees the seat (A13)', async () => {
  const [S, T, U] = ['91530100MA6K00007M', '91530100MA6K00008Q', '91530100MA6K00009U'];
  const fact = {
    item: 'A13(3)',
    nature: 'accident',
    on: '2026-06-01',
    statement: 's',
    source: 's',
    by: 'o',
    at: receipt.at,
  } as const;
  const suspensions = [{ facts: [fact] }];
  const held = { ...(await submitted(draft('app_x1'), S)), suspensions };
  await stand
    .deps()
    .applications.withdraw(decided(at(owner), { ...held, stage: 'Withdrawn' }, { type: 'withdrawn' }), {});
  await expect(submitted(draft('app_x2'), S)).rejects.toEqual(taken);
  const changed = { ...(await submitted(draft('app_x3'), T)), suspensions };
  await submitted(changed, U);
  await expect(submitted(draft('app_x4'), T)).rejects.toEqual(taken);
});

test('a winner is known by the identifier in the programme that gave the award, and in no other (D21)', async () => {
  const identifier = '91530100MA6K000055';
  const next: Winner = {
    ...newHead(programmeId),
    certificateNumber: 'T-2022-001',
    applicationId: 'app_w',
    cycleId: 'cyc_0',
    ownerId: owner.personId,
    identifier,
    name: '昆明某厂',
    kind: 'organisation',
    award: 'qualityAward',
    awardYear: 2022,
    decision: { number: '1', date: '2022-12-01' },
    status: 'standing',
  };
  const { winners } = stand.deps();
  await winners.save(decided(at(owner), next, { type: 'winnerEnrolled' }));
  expect(await winners.isAmong(programmeId, identifier)).toBe(true);
  expect(await winners.isAmong(programmeId, '91530100MA6K000068')).toBe(false);
  expect(await winners.isAmong('another-award', identifier)).toBe(false);
});
