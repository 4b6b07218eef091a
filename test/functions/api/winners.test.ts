import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole, register } from '#domain/programme/person';
import { decided } from '#domain/record';
import { readWorkbook } from '#functions/api/assessor/read-workbook';
import { writeWorkbook } from '#functions/api/assessor/write-workbook';
import { handOverDuties } from '#functions/events/outbox/hand-over-duties';
import { columns } from '#domain/winner-import/columns';
import { at, officer, programmeId } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { aProgramme, aWinner } from '#test/build/winner';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let stand: Committee;
const winner = 'member-1';
const certificateNumber = 'KM2026-ZL-Z07';
const params = { certificateNumber };

beforeAll(async () => {
  stand = await aCommittee(1);
  const deps = stand.deps();
  const arranged = at(officer, now);
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0 }), { type: 'arranged' }));
  const who = { personId: idOf('wuhua'), email: 'w@example.com', name: '五华区', language: 'zh-CN' } as const;
  const person = register(who, false, arranged, deps.newId).next;
  const grant = { programmeId, role: 'recommendingBody', jurisdiction: '五华区' } as const;
  await deps.people.save(grantRole(person, grant, arranged, deps.newId));
  const won = aWinner({
    ...{ version: 0, certificateNumber, ownerId: idOf(winner), applicationId: '', cycleId: '' },
    name: '=HYPERLINK("http://x")',
  });
  await deps.winners.save(decided(arranged, won, { type: 'arranged' }));
});
afterAll(() => stand.stop());

const revoke = async (status: 'standing' | 'revoked') => {
  const deps = stand.deps();
  const of = await deps.winners.get(certificateNumber);
  await deps.winners.save(decided(at(officer, now), { ...of, status }, { type: 'arranged' }));
};

describe('what is done for a winner', () => {
  const on = '2027-02-20';

  test('support is on the public page at once; the workbook names the recommendation and calculates nothing', async () => {
    const support = { kind: 'supportMeasure', measure: '贴息', giver: '五华区人民政府', on };
    await stand.done('wuhua', 'recordWinnerEntry', { params, body: support });
    const recommendation = { kind: 'priorityRecommendation', level: 'national', award: '中国质量奖', on };
    await stand.done('office', 'recordWinnerEntry', { params, body: recommendation });
    expect(await stand.done('office', 'showWinner', { params })).toMatchObject({
      priority: true,
      supportMeasures: [{ measure: '贴息', giver: '五华区人民政府', on }],
    });
    const { text } = await stand.done('auditor', 'exportWinners', { params: { programmeId } });
    const [, row] = await readWorkbook(Buffer.from(String(text), 'base64'));
    expect(row?.[1]).toBe('=HYPERLINK("http://x")');
    expect(row?.at(-1)).toBe('国家级 中国质量奖(2027-02-20)');
    expect((await stand.done(winner, 'listWinnerEntries', { params })).items).toHaveLength(2);
  });

  test.each(['registrar', 'assessor', 'administrator', 'auditor'])('%s records nothing', async (sub) => {
    const body = { kind: 'promotion', activity: 'visit', description: '观摩', on };
    expect((await stand.call(sub, 'recordWinnerEntry', { params, body })).status).toBe(403);
    if (sub !== 'auditor') {
      expect((await stand.call(sub, 'listWinnerEntries', { params })).status).toBe(404);
      expect((await stand.call(sub, 'exportWinners', { params: { programmeId } })).status).toBe(403);
    }
  });
});

describe('a case page', () => {
  test('goes from the winner over the office to the public, and is gone with the revocation', async () => {
    const body = { title: '<i>做法</i>', text: '全员<script>x</script>参与' };
    const { casePageId } = await stand.done(winner, 'submitCasePage', { params, body });
    const page = { params: { casePageId: String(casePageId) } };
    expect((await stand.call(winner, 'publishCasePage', page)).body.code).toBe('case-page.wrong-status');
    expect((await stand.call('office', 'showCasePage', page)).status).toBe(404);
    await stand.done('office', 'decideCasePage', { ...page, body: { consent: true } });
    await stand.done(winner, 'publishCasePage', page);
    expect(await stand.done('office', 'showCasePage', page)).toMatchObject({ title: '做法', text: '全员参与' });
    expect((await stand.done('office', 'showCasePageToRead', page)).text).toContain('<pre>全员参与</pre>');
    const listed = async () => (await stand.done('office', 'listCasePages', { params: { programmeId } })).items;
    expect(await listed()).toHaveLength(1);

    await revoke('revoked');
    expect(await listed()).toEqual([]);
    expect((await stand.call('office', 'showCasePage', page)).status).toBe(404);
    expect((await stand.call('office', 'showCasePageToRead', page)).status).toBe(404);
    expect(await stand.done('office', 'showWinner', { params })).toMatchObject({
      priority: false,
      supportMeasures: [],
    });
    expect((await stand.call(winner, 'submitCasePage', { params, body })).body.code).toBe('winner.revoked');
    await revoke('standing');
  });
});

describe('an import of earlier winners', () => {
  const row = (number: string, identifier: string) => [
    ...[
      number,
      '昆明示例股份有限公司',
      '组织',
      '提名奖',
      '2016',
      '昆政发〔2016〕70号',
      '2016-12-30',
      identifier,
      '',
      '',
    ],
  ];
  const code = '91530100MA6K5N8L0P';
  const call = (body: object, sub = 'office', key?: string) =>
    stand.call(sub, 'importWinners', { params: { programmeId }, body, ...(key && { key }) });
  const fileOf = async (...rows: string[][]) => ({
    fileName: '往届获奖者.xlsx',
    file: (await writeWorkbook([Object.values(columns), ...rows])).toString('base64'),
    legalBasis: '昆政办〔2013〕119号',
  });

  test('is shown first, then done, and done again changes nothing; the winner verifies and is a past winner', async () => {
    const file = await fileOf(row('昆质奖2016-1', code));
    const dry = await call(file);
    expect(dry.body).toMatchObject({ rows: [{ outcome: 'new' }] });
    const earlier = { params: { certificateNumber: '昆质奖2016-1' } };
    expect((await stand.call('office', 'verifyCertificate', earlier)).status).toBe(404);
    const done = await call({ ...file, digest: dry.body['digest'] }, 'office', 'once');
    expect([done.status, typeof done.body['importId']]).toEqual([200, 'string']);
    expect((await call({ ...file, digest: dry.body['digest'] }, 'office', 'once')).body).toEqual(done.body);
    expect((await call({ ...file, digest: dry.body['digest'] })).body.code).toBe('winner-import.changed');
    expect((await call(file)).body).toMatchObject({ rows: [{ outcome: 'same' }] });
    expect(await stand.done('office', 'verifyCertificate', earlier)).toMatchObject({
      status: 'standing',
      imported: { legalBasis: '昆政办〔2013〕119号' },
    });
    expect((await stand.done('office', 'showVerification', earlier)).text).toContain('昆政办〔2013〕119号');
    expect(await stand.deps().winners.isAmong(programmeId, code)).toBe(true);
    const { items } = await stand.done('auditor', 'listWinnerImports', { params: { programmeId } });
    expect(items).toMatchObject([{ fileName: '往届获奖者.xlsx', entered: 1, same: 0, importedBy: idOf('office') }]);
  });

  test('links the winner to an account, which then hands in the report and has the mark; the office alone links', async () => {
    const linked = row('昆质奖2016-1', code);
    const deps = stand.deps();
    const earlier = { params: { certificateNumber: '昆质奖2016-1' } };
    const ofLastYear = aDuty({
      ...{ version: 0, certificateNumber: '昆质奖2016-1', applicationId: '', ownerId: '', party: 'office' },
      dutyId: 'annualReport-昆质奖2016-1-2027',
    });
    await deps.duties.save(decided(at(officer, now), ofLastYear, { type: 'arranged' }));
    const report = { params: { dutyId: ofLastYear.dutyId }, body: { summary: '总结', goals: '目标' } };
    const mark = () => stand.call(winner, 'downloadMark', { params: { ...earlier.params, format: 'svg' } });
    expect((await stand.call(winner, 'handInAnnualReport', report)).status).toBe(404);
    expect((await mark()).body.code).toBe('winner.not-yours');

    const unknown = await call(await fileOf([...linked, 'per_nobody']));
    expect(unknown.body).toMatchObject({ rows: [{ outcome: 'refused' }] });
    const file = await fileOf([...linked, idOf(winner)]);
    const dry = await call(file);
    expect(dry.body).toMatchObject({ rows: [{ outcome: 'linked' }] });
    await call({ ...file, digest: dry.body['digest'] });
    await handOverDuties('昆质奖2016-1', '', stand.deps());
    expect((await call(file)).body).toMatchObject({ rows: [{ outcome: 'same' }] });
    const trail = await Array.fromAsync(stand.deps().audit.trail('winner', '昆质奖2016-1'));
    expect(trail.at(-1)).toMatchObject({ type: 'winnerLinked', actor: { personId: idOf('office') } });

    expect((await mark()).status).toBe(200);
    expect(
      (await stand.call('wuhua', 'downloadMark', { params: { ...earlier.params, format: 'svg' } })).body.code,
    ).toBe('winner.not-yours');
    const { items } = await stand.done(winner, 'listMyDuties');
    expect(items).toMatchObject([{ dutyId: ofLastYear.dutyId, status: 'open' }]);
    expect(await stand.done(winner, 'handInAnnualReport', report)).toMatchObject({ status: 'handedIn' });
  });

  test('with one wrong row imports nothing', async () => {
    const file = await fileOf(row('昆质奖2016-8', '91530100MA6K5N8L0A'), row('昆质奖2016-9', code));
    const dry = await call(file);
    const { body } = await call({ ...file, digest: dry.body['digest'] });
    expect(body.code).toBe('winner-import.has-errors');
    expect(await stand.deps().winners.find('昆质奖2016-9')).toBeUndefined();
  });

  test('refuses what is no workbook and no JSON', async () => {
    const file = Buffer.from('no').toString('base64');
    for (const fileName of ['a.xlsx', 'a.json'])
      expect((await call({ fileName, file, legalBasis: 'x' })).body.code).toBe('winner-import.file-unreadable');
  });

  test.each(['auditor', 'registrar', 'administrator', 'assessor', winner, 'wuhua'])('is not for %s', async (sub) =>
    expect((await call(await fileOf(), sub)).status).toBe(403),
  );
});
