import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decided } from '#domain/record';
import { anApplication, at, officer } from '#test/build/an-application';
import { readPdf } from '#test/build/read-pdf';
import { aProgramme, aWinner } from '#test/build/winner';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let stand: Committee;
const certificateNumber = 'KM2026-TM-Z02';
const params = { certificateNumber };
const winnerSub = 'member-1';

beforeAll(async () => {
  stand = await aCommittee(1);
  const deps = stand.deps();
  const ownerId = idOf(winnerSub);
  const arranged = at(officer, now);
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0 }), { type: 'arranged' }));
  await stand.cycleWith('cyc_won', []);
  const application = anApplication({ version: 0, applicationId: 'app_won', ownerId, stage: 'Awarded' });
  await deps.applications.save(decided(arranged, application, { type: 'arranged' }));
  const winner = aWinner({
    ...{ version: 0, certificateNumber, ownerId, applicationId: 'app_won', cycleId: 'cyc_won' },
    award: 'nominationAward',
    name: '<滇池> & “机械”',
  });
  await deps.winners.save(decided(arranged, winner, { type: 'arranged' }));
});
afterAll(() => stand.stop());

const bytesOf = (body: object) => Buffer.from(String((body as { text?: string }).text), 'base64');

describe('while the award stands', () => {
  test('the winner downloads the mark as SVG of outlines, as PNG and as PDF', async () => {
    const svg = await stand.done(winnerSub, 'downloadMark', { params: { ...params, format: 'svg' } });
    expect(bytesOf(svg).toString()).toMatch(/^<svg [^>]*><title>昆明市市长质量奖提名奖 2026<\/title>/);
    expect(bytesOf(svg).toString()).not.toMatch(/<text|<script/);
    const png = bytesOf(await stand.done(winnerSub, 'downloadMark', { params: { ...params, format: 'png' } }));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', 1440]);
    const pdf = bytesOf(await stand.done(winnerSub, 'downloadMark', { params: { ...params, format: 'pdf' } }));
    const [page = ''] = readPdf(pdf);
    for (const text of ['昆明市市长质量奖', '2026', '提名奖']) expect(page).toContain(text);
  });

  test('the winner downloads the certificate, which leads to its verification', async () => {
    const { body, headers } = await stand.call(winnerSub, 'downloadCertificate', { params });
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E6/);
    const [page = ''] = readPdf(bytesOf(body));
    expect(page).toContain(certificateNumber);
    expect(page).toContain(`http://award.test/api/certificates/${certificateNumber}/page`);
  });

  test.each(['office', 'auditor', 'administrator', 'registrar', 'assessor'])('%s downloads neither', async (sub) => {
    const mark = await stand.call(sub, 'downloadMark', { params: { ...params, format: 'svg' } });
    expect([mark.status, mark.body.code]).toEqual([403, 'winner.not-yours']);
    expect((await stand.call(sub, 'downloadCertificate', { params })).body.code).toBe('winner.not-yours');
  });

  test('anyone verifies it on a page that loads and runs nothing, names escaped, no identifier', async () => {
    const { status, body, headers } = await stand.call('office', 'showVerification', { params });
    const page = String(body.text);
    expect(status).toBe(200);
    expect(page).toContain('该奖励有效');
    expect(page).toContain('不得用于产品');
    expect(page).toContain('&lt;滇池&gt; &amp; “机械”');
    expect(page).not.toContain(aWinner().identifier);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('a number that was never given is not found, and says so', async () => {
    const { status, body } = await stand.call('office', 'showVerification', {
      params: { certificateNumber: 'KM2026-ZL-Z99' },
    });
    expect(status).toBe(404);
    expect(body.text).toContain('查无编号为 KM2026-ZL-Z99 的证书');
  });
});

describe('from the moment of the revocation', () => {
  beforeAll(async () => {
    const deps = stand.deps();
    const winner = await deps.winners.get(certificateNumber);
    await deps.winners.save(
      decided(at(officer, now), { ...winner, status: 'revoked', revokedOn: '2027-03-01' }, { type: 'arranged' }),
    );
  });

  test('neither mark nor certificate is given out', async () => {
    const mark = await stand.call(winnerSub, 'downloadMark', { params: { ...params, format: 'png' } });
    expect([mark.status, mark.body.code]).toEqual([409, 'winner.revoked']);
    expect((await stand.call(winnerSub, 'downloadCertificate', { params })).body.code).toBe('winner.revoked');
  });

  test('page and JSON say that it is revoked, and since when', async () => {
    const { body } = await stand.call('office', 'showVerification', { params });
    expect(body.text).toContain('该奖励已于 2027-03-01 撤销');
    expect(body.text).not.toContain('该奖励有效');
    expect(await stand.done('office', 'verifyCertificate', { params })).toMatchObject({
      status: 'revoked',
      revokedOn: '2027-03-01',
    });
  });
});
