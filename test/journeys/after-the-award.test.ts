import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areas } from '#domain/inspection/inspection';
import type { Cast } from '#local/sample/set-up';
import { assemble, one, setUpProgramme } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { aWinner } from '#test/build/winner';
import { enrolled } from './enrolled.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { makePdf } from './pdf.ts';
import { clockOf, declared, moveClock, putAndWait, until } from './stage-door.ts';

const programmeId = 'after-the-award';
const certificateNumber = 'AFTER-ZL-Z01';
let fresh: FreshCloud;
let cast: Cast;
let year: number;

const winner = () => one(cast, 'organisation');
const office = () => one(cast, 'office');
const expert = () => one(cast, 'assessor-1');
const day = async (ahead: number) =>
  new Date((await clockOf(fresh.cloud)) + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
/** Nine in the morning of a day in China. */
const morningOf = (date: string) => moveClock(fresh.cloud, { to: `${date}T01:00:00.000Z` });
const subjects = async (who = winner()) =>
  (await who.call('listMessages', { query: { limit: 100 } })).items.map(({ subject }) => subject);
const file = (name: string, seed: number) => {
  const pdf = makePdf(name, 2000, seed);
  return { pdf, body: declared('', pdf) };
};

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  const name = '昆明市市长质量奖(演练)';
  await setUpProgramme(cast, { programmeId, name, nameEn: 'Rehearsal', certificatePrefix: 'AFTER' });
  const today = await day(0);
  year = Number(today.slice(0, 4)) + 1;
  const won = aWinner({ certificateNumber, programmeId, ownerId: cast.idOf('organisation'), version: 0 });
  await enrolled(fresh.cloud, { ...won, applicationId: '', cycleId: '', decision: { number: '1', date: today } });
  await morningOf(`${year}-01-02`);
}, 180_000);
afterAll(() => fresh.end());

describe('the years after the award', () => {
  test('begin on 1 January: the duties are open, and the winner is told in one message', async () => {
    const { items } = await winner().call('listMyDuties');
    expect(items.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['inspection', `${year}-12-31`],
      ['annualReport', `${year}-03-31`],
    ]);
    expect((await subjects()).filter((s) => s.startsWith('提醒'))).toEqual([
      expect.stringContaining(`${year} 年年度自评报告,还有 88 天`),
    ]);
  });

  test('a morning on which nothing falls due costs one query', async () => {
    await moveClock(fresh.cloud, { by: '+4d' });
    fresh.cloud.forgetCalls();
    await moveClock(fresh.cloud, { by: '+1d' });
    const sweep = fresh.cloud.calls().filter(({ principal }) => principal.includes('daily-duties'));
    expect(sweep.map(({ action, count }) => [action, count])).toEqual([['dynamodb:Query', 1]]);
  });

  test('a report comes with its file, is returned, comes again, is taken, and its public part is read', async () => {
    const params = { dutyId: `annualReport-${certificateNumber}-${year}` };
    const report = { summary: '全年稳健', goals: '新目标', publicPart: '我们的做法' };
    const { pdf, body } = file('指标.pdf', 1);
    expect((await office().attempt('addReportFile', { params, body })).status).toBe(404);
    const upload = await winner().call('addReportFile', { params, body });
    const files = [upload.document.documentId];
    expect((await winner().attempt('handInAnnualReport', { params, body: { ...report, files } })).body.code).toBe(
      'document.not-checked',
    );
    await putAndWait(winner(), upload, pdf);
    const handedIn = await winner().call('handInAnnualReport', { params, body: { ...report, files } });
    expect(handedIn).toMatchObject({ status: 'handedIn', done: { late: false } });
    await morningOf(await day(1));
    await until(
      'the digest',
      () => subjects(office()),
      (all) => all.some((s) => s.startsWith('提醒:年度巡查')),
    );

    await office().call('returnAnnualReport', { params, body: { reason: '请补充指标', dueOn: await day(10) } });
    await winner().call('handInAnnualReport', { params, body: { ...report, files } });
    await office().call('acknowledgeAnnualReport', { params });
    const public_ = await visitor(fresh.cloud, 'public').call('listPublicReports', { params: { certificateNumber } });
    expect(public_.items).toEqual([{ year, text: '我们的做法' }]);
    const download = { params: { ...params, documentId: files[0] ?? '' } };
    const { url } = await one(cast, 'auditor').call('downloadReportFile', download);
    expect((await fetch(url)).status).toBe(200);
    expect((await expert().attempt('downloadReportFile', download)).status).toBe(404);
  });

  const inspection = () => ({ inspectionId: `inspection-${certificateNumber}-${year}` });
  const params = () => inspection();

  test('an inspection is planned, written by its team on the day, and ends in an order to put right', async () => {
    const duty = { dutyId: inspection().inspectionId };
    const on = await day(3);
    const items = areas.map((area) => ({ area, question: '核对' }));
    const plan = (team: string[]) => ({ params: duty, body: { on, team, items } });
    const unfit = await office().attempt('planInspection', plan([cast.idOf('member-1')]));
    expect(unfit.body.code).toBe('inspection.team-unfit');
    await office().call('planInspection', plan([cast.idOf('assessor-1'), cast.idOf('office')]));
    const sheet = { verdict: 'declined', finding: '关键过程失控', evidence: [] as string[] };
    const write = (area: string, body: object = sheet) =>
      expert().attempt('recordWorksheet', { params: { ...params(), area }, body });
    expect((await write('trend')).body.code).toBe('inspection.not-yet');
    await morningOf(on);
    const { pdf, body } = file('现场照片.pdf', 2);
    const evidence = [
      await putAndWait(expert(), await expert().call('addInspectionFile', { params: params(), body }), pdf),
    ];
    const order = { demands: '恢复控制', dueOn: await day(30), reInspectBy: await day(60) };
    const outcome = { result: 'seriousDecline', summary: '严重下滑', rectification: order };
    expect((await office().attempt('concludeInspection', { params: params(), body: outcome })).body.code).toBe(
      'inspection.worksheets-missing',
    );
    for (const area of areas) expect((await write(area, { ...sheet, evidence })).status).toBe(200);
    expect((await one(cast, 'assessor-2').attempt('showInspection', { params: params() })).status).toBe(404);
    const ended = await office().call('concludeInspection', { params: params(), body: outcome });
    expect(ended.status).toBe('rectification');
  });

  test('the winner puts right with evidence; looked at again it is not, and is ordered anew', async () => {
    await until(
      'the order',
      () => subjects(),
      (all) => all.some((s) => s.startsWith('责令整改')),
    );
    const seen = await winner().call('showInspection', { params: params() });
    expect(seen.rounds).toMatchObject([{ demands: '恢复控制' }]);
    expect([seen.worksheets, seen.plan.team]).toEqual([undefined, undefined]);
    const { pdf, body } = file('整改证明.pdf', 3);
    const evidence = [
      await putAndWait(winner(), await winner().call('addInspectionFile', { params: params(), body }), pdf),
    ];
    await winner().call('handInRectification', { params: params(), body: { text: '已恢复', evidence } });
    const again = await winner().attempt('handInRectification', { params: params(), body: { text: 'x' } });
    expect(again.body.code).toBe('inspection.wrong-status');
    const anew = { demands: '再整改', dueOn: await day(20), reInspectBy: await day(40) };
    await office().call('recordReInspection', {
      params: params(),
      body: { on: await day(0), result: 'notRectified', finding: '仍失控', rectification: anew },
    });
    const early = { on: await day(0), result: 'rectified', finding: '-' };
    expect((await office().attempt('recordReInspection', { params: params(), body: early })).body.code).toBe(
      'inspection.rectification-running',
    );
  });

  test('overdue, both are told; what is found then opens a case, and the award stands until that is decided', async () => {
    await morningOf(await day(22));
    await until(
      'the winner is told',
      () => subjects(),
      (all) => all.some((s) => /巡查整改,已逾期/.test(s)),
    );
    const revocation = { ground: 'contraryToPurpose', facts: '拒不整改,指标造假' };
    const body = { on: await day(0), result: 'revocableFact', finding: '造假', revocation };
    const found = await office().call('recordReInspection', { params: params(), body });
    expect(found).toMatchObject({ status: 'closed', revocationId: expect.any(String) as string });
    const { items } = await office().call('listRevocations', { params: { programmeId } });
    expect(items).toMatchObject([{ revocationId: found.revocationId, stage: 'Investigation', certificateNumber }]);
    const verified = await visitor(fresh.cloud, 'public').call('verifyCertificate', { params: { certificateNumber } });
    expect(verified.status).toBe('standing');
  });
});
