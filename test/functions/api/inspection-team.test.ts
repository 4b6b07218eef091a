import { afterAll, beforeAll, expect, test } from 'vitest';
import { areas } from '#domain/inspection/inspection';
import { decided } from '#domain/record';
import { at, officer } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { anEntry } from '#test/build/review';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let committee: Committee;
beforeAll(async () => void (committee = await aCommittee(1)));
afterAll(() => committee.stop());

test('whose employer is the winner, its customer or its supplier is not on the team that inspects it', async () => {
  const applicationId = 'app_w';
  await committee.cycleWith('cyc_w', [{ applicationId, stage: 'Awarded' }]);
  const deps = committee.deps();
  const duty = aDuty({ version: 0, dutyId: 'inspection-w', kind: 'inspection', party: 'office', applicationId });
  await deps.duties.save(decided(at(officer, now), duty, { type: 'arranged' }));
  for (const [sub, employer] of [
    ['tied', '昆明某厂'],
    ['free', '质量研究院'],
  ] as const) {
    await committee.enrol(sub, { role: 'assessor' });
    const entry = anEntry(idOf(sub), { version: 0, assessorId: `P-${sub}`, employments: [{ name: employer }] });
    await deps.assessors.save(decided(at(officer, now), entry, { type: 'arranged' }));
  }
  const plan = (...team: string[]) =>
    committee.call('office', 'planInspection', {
      params: { dutyId: 'inspection-w' },
      body: { on: '2027-03-05', team: team.map(idOf), items: areas.map((area) => ({ area, question: '核对' })) },
    });
  expect(await plan('tied', 'free')).toMatchObject({
    ...{ status: 400, body: { code: 'inspection.team-unfit', detail: { people: [idOf('tied')] } } },
  });
  expect((await plan('free', 'office')).status).toBe(200);
});
