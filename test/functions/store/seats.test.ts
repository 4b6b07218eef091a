import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { decided } from '#domain/record';
import { anApplication, at, owner } from '#test/build/an-application';
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
