import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { register } from '#domain/programme/person';
import { decided } from '#domain/record';
import { builtInEditions } from '#domain/review/criteria/built-in';
import { loadEdition } from '#domain/review/criteria/edition';
import { at, officer, programmeId } from '#test/build/an-application';
import { readPdf } from '#test/build/read-pdf';
import { reported } from '#test/build/review';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

const s3 = mockClient(S3Client);
let committee: Committee;
const people = ['applicant', 'stranger'];
const out = (applicationId: string) => ({
  applicationId,
  ownerId: idOf('applicant'),
  stage: 'MaterialReview' as const,
  panel: { leaderId: idOf('assessor'), assessorIds: [idOf('assessor')], formedAt: now },
  materialReview: { ...reported(), themes: '领导重视，结果有待提升。As s essor 认为可信。', by: idOf('assessor') },
  shortlisting: { listId: 'lst_1', defence: false, onSite: false, reason: '得分靠后', at: now },
});
beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  committee = await aCommittee(1);
  const deps = committee.deps();
  for (const sub of people) {
    const who = { personId: idOf(sub), email: `${sub}@example.com`, name: sub, language: 'zh-CN' } as const;
    await deps.people.save(register(who, false, at(officer, now), deps.newId));
  }
  await committee.cycleWith('cyc_f1', [out('out'), out('not-read'), { ...out('in'), shortlisting: undefined }]);
  const edition = loadEdition(programmeId, 'crt_f1', builtInEditions.organisation, at(officer, now));
  await deps.editions.load(edition);
  const cycle = await deps.cycles.get('cyc_f1');
  const criteria = { organisation: { editionId: 'crt_f1', edition: edition.next.edition } };
  await deps.cycles.save(decided(at(officer, now), { ...cycle, criteria }, { type: 'arranged' }));
  s3.on(PutObjectCommand).resolves({ VersionId: 'v1' });
});
afterAll(() => {
  s3.restore();
  return committee.stop();
});

const download = (sub: string, applicationId: string) =>
  committee.call(sub, 'downloadFeedback', { params: { applicationId } });
const puts = () => s3.commandCalls(PutObjectCommand).map((c) => c.args[0].input);

describe('the feedback report as a paper', () => {
  test('is the office’s to hand over before the delivery is recorded, and the applicant’s only after', async () => {
    const early = await download('applicant', 'out');
    expect([early.status, early.body.code]).toEqual([409, 'report.not-delivered']);
    expect(puts()).toHaveLength(0);
    const office = await download('office', 'out');
    expect(office.status).toBe(200);
    expect(puts()).toMatchObject([{ Bucket: 'records', ObjectLockMode: 'GOVERNANCE', ContentType: 'application/pdf' }]);
    const body = { channel: 'inPerson', note: '何丽签收' };
    await committee.done('office', 'recordDelivery', { params: { applicationId: 'out' }, body });
    const applicants = await download('applicant', 'out');
    expect([applicants.status, applicants.body.sha256]).toEqual([200, office.body.sha256]);
    expect(String(applicants.body.url)).toMatch(/records\S*\/feedback\/\S*versionId=v1/);
    expect(puts()).toHaveLength(1);
    const { materialReview } = await committee.deps().applications.get('out');
    const shown = await committee.done('applicant', 'showFeedback', { params: { applicationId: 'out' } });
    expect(shown['themes']).toBe('领导重视，结果有待提升。*** 认为可信。');
    const named = await committee.done('office', 'showPanelReport', { params: { applicationId: 'out' } });
    expect(named['named']).toEqual(['themes']);
    expect(materialReview).toMatchObject({ delivery: { channel: 'inPerson', openedAt: expect.any(String) as string } });
  });

  test('has themes and every item, and neither the panel’s names nor what it recommended', () => {
    const text = readPdf(Buffer.from(puts()[0]?.Body as Uint8Array)).join('\n');
    for (const part of ['领导重视，结果有待提升', '高层领导的作用', '50%', '优势', '推广不足', '昆明某厂', '4.7'])
      expect(text).toContain(part);
    expect(text).toContain('*** 认为可信');
    for (const part of ['assessor', 'As s essor', idOf('assessor'), '建议进入答辩', '500'])
      expect(text).not.toContain(part);
  });

  test('is refused to everybody else, and to the office of whoever goes on', async () => {
    for (const sub of ['stranger', 'assessor', 'member-1', 'registrar', 'administrator'])
      for (const applicationId of ['out', 'not-read'])
        expect([sub, (await download(sub, applicationId)).status]).toEqual([sub, 404]);
    expect((await download('office', 'in')).body.code).toBe('report.nothing-to-deliver');
    expect((await download('applicant', 'in')).body.code).toBe('report.not-delivered');
    const conflict = { personId: idOf('office'), ground: 'kin', statement: '亲属' };
    await committee.done('office', 'declareConflict', { params: { applicationId: 'not-read' }, body: conflict });
    expect((await download('office', 'not-read')).status).toBe(404);
    expect((await download('auditor', 'not-read')).status).toBe(200);
    expect((await committee.deps().applications.get('not-read')).materialReview?.delivery).toBeUndefined();
  });
});
