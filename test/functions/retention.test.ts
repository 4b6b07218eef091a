import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole, register } from '#domain/programme/person';
import { decided, newHead } from '#domain/record';
import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import { environment as env } from '#functions/names';
import { accessLogBucket, recordsBucket } from '#infra/buckets';
import type { BucketConfig } from '#local/s3/s3';
import { anApplication, at, officer, programmeId } from '#test/build/an-application';
import { anAnnounced } from '#test/build/cycle';
import { aDuty } from '#test/build/duty';
import { aRevocation } from '#test/build/revocation';
import { aProgramme, aWinner } from '#test/build/winner';
import { DAY, LocalS3, locking } from '#test/local/s3/local-s3';
import type { Committee } from './api/committee.ts';
import { aCommittee, idOf } from './api/committee.ts';

/** The bucket's rules as they deploy. */
function deployedRules(): NonNullable<BucketConfig['lifecycle']> {
  const flags = { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true };
  const stack = new Stack(new App({ context: flags }), 'Buckets');
  recordsBucket(stack, { logs: accessLogBucket(stack), key: undefined });
  const buckets = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
  const { Properties } = buckets.find((b) => b['Properties'].ObjectLockEnabled) as { Properties: never };
  return Properties['LifecycleConfiguration']['Rules'];
}

const local = new LocalS3();
let stand: Committee;
let s3: S3Client;
const cycleId = 'cyc_1';
const applicationId = 'app_1';
const folder = `${programmeId}/${cycleId}/${applicationId}`;
const cycle = { ...anAnnounced(), version: 0, programmeId, cycleId, closesAt: '2027-03-31T16:00:00.000Z' };
const arranged = at(officer, '2027-03-01T01:00:00.000Z');

/** Moves the award's time, the store's and the functions'. */
const moveTo = (instant: string) => {
  stand.at(instant);
  local.awardNow = Date.parse(instant);
};
const versions = async (prefix = folder) => {
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'records', Prefix: prefix }));
  return Versions.map(({ Key = '', VersionId = '' }) => ({ Bucket: 'records', Key, VersionId }));
};
const lockedUntil = async () => {
  const all = (await versions()).map(async (v) => (await s3.send(new GetObjectRetentionCommand(v))).Retention);
  return [...new Set((await Promise.all(all)).map((r) => r?.RetainUntilDate?.toISOString().slice(0, 10)))];
};
const deletions = async (prefix = folder) =>
  Promise.all(
    (await versions(prefix)).map((v) =>
      s3.send(new DeleteObjectCommand(v)).then(
        () => 'deleted',
        (e: Error) => e.name,
      ),
    ),
  );

beforeAll(async () => {
  await local.start(locking('records', { lifecycle: deployedRules() }));
  local.authority.principal = () => ({ accessKeyId: 'AKIDTEST', secretAccessKey: 'secret', name: 'step' });
  Object.assign(process.env, { [env.recordsBucket]: 'records', AWS_ENDPOINT_URL_S3: local.url });
  stand = await aCommittee(1);
  s3 = local.client('AKIDTEST', { credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' } });
  moveTo('2027-03-01T01:00:00.000Z');
  const deps = stand.deps();
  const second = register(
    { personId: idOf('second'), email: '', name: '第二人', language: 'zh-CN' },
    false,
    arranged,
    deps.newId,
  );
  await deps.people.save(grantRole(second.next, { programmeId, role: 'office' }, arranged, deps.newId));
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0 }), { type: 'arranged' }));
  await deps.cycles.save(decided(arranged, cycle, { type: 'arranged' }));
  const paper = { bytes: Buffer.from('%PDF-'), format: 'application/pdf' };
  const versionId = await deps.files.keepPaper(`${folder}/doc_1`, paper, retainUntil(cycle));
  await deps.files.keepText(`${folder}/manifest-r.json`, '{}', retainUntil(cycle));
  const file = { documentId: 'doc_1', kind: 'evidence', name: 'a.pdf', format: 'application/pdf', size: 5 };
  const files = [{ ...file, sha256: 'a'.repeat(64), recordsKey: `${folder}/doc_1`, versionId }];
  const receipt = { number: 'r', at: arranged.now, manifestSha256: 'b'.repeat(64), files };
  const given = { version: 0, applicationId, cycleId, stage: 'Awarded', code: '2027-Z-1', receipt } as const;
  await deps.applications.save(decided(arranged, anApplication(given), { type: 'arranged' }));

  const certificateNumber = 'KM2026-ZL-Z01';
  await deps.winners.save(decided(arranged, aWinner({ version: 0, programmeId }), { type: 'arranged' }));
  const about = { ...newHead(programmeId), certificateNumber, applicationId, winnerName: '某公司', year: 2027 };
  const dutyId = `annualReport-${certificateNumber}-2027`;
  const duty = aDuty({ version: 0, programmeId, certificateNumber, applicationId, dutyId, year: 2027, rounds: 1 });
  await deps.duties.save(decided(arranged, duty, { type: 'arranged' }));
  const content = { summary: '总结', goals: '目标', indicators: [], files: [] };
  const report = { ...about, ...{ reportId: `${dutyId}~1`, dutyId, round: 1, content, files: [], late: false } };
  const status = 'handedIn' as const;
  const handedIn = { ...report, handedInAt: arranged.now, handedInBy: 'owner', status, consent: false };
  await deps.annualReports.save(decided(arranged, handedIn, { type: 'arranged' }));
  const inspectionId = `inspection-${certificateNumber}-2027`;
  const signed = { by: 'officer', at: arranged.now };
  const inspected = {
    ...{ ...about, inspectionId, ownerId: 'owner', status: 'closed' as const, worksheets: {}, rounds: [], kept: [] },
    plan: { on: '2027-03-02', team: ['officer'], items: [{ area: 'trend' as const, question: '核对' }], ...signed },
  };
  await deps.inspections.save(decided(arranged, inspected, { type: 'arranged' }));
  const revoked = aRevocation({ version: 0, programmeId, applicationId, stage: 'Dropped' });
  await deps.revocations.save(decided(arranged, { ...revoked, revocationId: 'rev_0' }, { type: 'arranged' }));
  const kept = [
    `${folders.minutes(programmeId, cycleId)}/mtg_1/a.pdf`,
    `${folders.objections(programmeId, cycleId)}/doc_2`,
    `${folders.submissions(programmeId, cycleId)}/sub_1/a.pdf`,
    `${folders.annualReport(programmeId, dutyId)}/doc_3`,
    `${folders.inspection(programmeId, inspectionId)}/doc_4`,
    `${folders.revocation(programmeId, 'rev_0')}/doc_5`,
  ];
  for (const key of kept) await deps.files.keepPaper(key, paper, retainUntil(cycle));
  await deps.files.keepText(`${folders.decisions(programmeId)}/doc_6`, '{}', retainUntil(cycle), 'forever');
});
afterAll(async () => {
  await stand.stop();
  await local.remove();
});

test('a cycle that is completed in a later year is kept a year longer; doing it twice changes nothing (A29, D13)', async () => {
  expect(await lockedUntil()).toEqual(['2038-01-01']);
  moveTo('2028-02-29T01:00:00.000Z');
  const deps = stand.deps();
  const completed = { ...(await deps.cycles.get(cycleId)), status: 'completed', completedAt: deps.now() } as const;
  await deps.cycles.save(decided(at(officer, deps.now()), completed, { type: 'cycleCompleted' }));
  for (let i = 0; i < 2; i++)
    expect(await stand.run('keep-records', { schemaVersion: 1, recordType: 'cycle', recordId: cycleId })).toEqual({
      files: 5,
    });
  expect(await lockedUntil()).toEqual(['2039-01-01']);
});

test('the store refuses to delete a version on the last day, and lets an open case hold it beyond', async () => {
  moveTo('2038-12-31T23:59:59.000Z');
  expect(await deletions()).toEqual(['AccessDenied', 'AccessDenied']);
  const deps = stand.deps();
  const opened = aRevocation({ version: 0, programmeId, applicationId, stage: 'Investigation' });
  await deps.revocations.save(decided(at(officer, deps.now()), opened, { type: 'revocationOpened' }));
  await stand.run('keep-records', { schemaVersion: 1, recordType: 'revocation', recordId: 'rev_1' });
  moveTo('2039-01-02T01:00:00.000Z');
  expect(await deletions()).toEqual(['AccessDenied', 'AccessDenied']);
  for (const after of ['annual-reports', 'inspections'])
    expect([after, await deletions(`${programmeId}/${after}`)]).toEqual([after, ['AccessDenied']]);
});

const appraise = (year: number) =>
  stand.run('appraise-records', { schemaVersion: 1, scheduledTime: `${year}-01-01T01:00:00Z` });
const afterwards = async (year: number) =>
  stand.done('office', 'showAppraisal', { params: { appraisalId: `apr_${programmeId}_${year}_1` } });
const listOf = async (year: number) =>
  stand.done('office', 'showAppraisal', { params: { appraisalId: `apr_${cycleId}_${year}_1` } });

test('while the case is open its files are listed and not offered; nothing can be proposed', async () => {
  expect(await appraise(2039)).toEqual({ drawn: 2 });
  expect(await appraise(2039)).toEqual({ drawn: 0 });
  const { entries, appraisalId } = await listOf(2039);
  expect(entries).toMatchObject([
    { applicationId, kept: 'openCase' },
    { filed: 'cyclePapers', kept: 'openCase' },
  ]);
  const after = await afterwards(2039);
  expect(after.entries).toMatchObject(
    ['annualReport', 'inspection', 'revocation'].map((filed) => ({
      filed,
      name: expect.any(String),
      kept: 'openCase',
    })),
  );
  const refusal = await stand.call('office', 'proposeDisposal', {
    params: { appraisalId: String(appraisalId) },
    body: { keep: [], reason: '满' },
  });
  expect(refusal.body.code).toBe('retention.nothing-offered');
});

test('a ban keeps the files until after its last day, by the store’s own lock', async () => {
  const deps = stand.deps();
  const open = await deps.revocations.get('rev_1');
  const application = await deps.applications.get(applicationId);
  const identifier = '91530100MA6K5N8L0D';
  const banId = deps.bans.idOf(programmeId, identifier);
  const banned = { ...newHead(programmeId), banId, identifier, name: '某公司', revocationIds: ['rev_1'] };
  const ban = { ...banned, from: '2035-02-28', until: '2040-02-29' };
  await deps.bans.save(decided(at(officer, deps.now()), ban, { type: 'banImposed' }));
  const applied = { ...application, appliedAs: identifier };
  await deps.applications.save(decided(at(officer, deps.now()), applied, { type: 'arranged' }));
  await deps.revocations.save(
    decided(at(officer, deps.now()), { ...open, stage: 'Revoked' }, { type: 'revocationCompleted' }),
  );
  await stand.run('keep-records', { schemaVersion: 1, recordType: 'revocation', recordId: 'rev_1' });
  expect(await lockedUntil()).toEqual(['2040-03-01']);
  moveTo('2040-02-29T23:00:00.000Z');
  expect(await deletions()).toEqual(['AccessDenied', 'AccessDenied']);
  await appraise(2040);
  const papers = expect.not.objectContaining({ kept: expect.anything() as never }) as never;
  expect((await listOf(2040)).entries).toMatchObject([{ kept: 'ban', keptUntil: '2040-03-01' }, papers]);
  expect(await afterwards(2040)).toMatchObject({ entries: Array(4).fill({ kept: 'ban', keptUntil: '2040-03-01' }) });
});

test('then two people dispose of them, and a record of it stays for ever', async () => {
  moveTo('2041-01-01T01:00:00.000Z');
  await appraise(2041);
  const { appraisalId, entries } = await listOf(2041);
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries)).not.toContain('"kept"');
  const params = { appraisalId: String(appraisalId) };
  await stand.done('office', 'proposeDisposal', { params, body: { keep: [], reason: '保管期满' } });
  const approve = { params, body: { approve: true } };
  expect((await stand.call('office', 'decideDisposal', approve)).body.code).toBe('retention.same-person');
  expect((await stand.call('auditor', 'decideDisposal', approve)).status).toBe(403);
  expect(await stand.run('dispose-records', { schemaVersion: 1, recordId: appraisalId })).toEqual({ files: 0 });
  await stand.done('second', 'decideDisposal', approve);
  expect(await stand.run('dispose-records', { schemaVersion: 1, recordId: appraisalId })).toEqual({ files: 5 });
  const after = { params: { appraisalId: String((await afterwards(2041)).appraisalId) } };
  await stand.done('office', 'proposeDisposal', { ...after, body: { keep: [], reason: '保管期满' } });
  await stand.done('second', 'decideDisposal', { ...after, body: { approve: true } });
  const given = { schemaVersion: 1, recordId: after.params.appraisalId };
  expect(await stand.run('dispose-records', given)).toEqual({ files: 3 });

  for (let day = 0; day <= 33; day++) {
    local.awardNow += DAY;
    await local.s3.lifecycle.runDue(local.awardNow);
  }
  const left = await versions(`${programmeId}/`);
  expect(left.map(({ Key }) => Key.split('/')[1]).sort()).toEqual(['decisions', 'disposals', 'disposals']);
  const done = (await listOf(2041)) as { status?: string; record?: { key: string; sha256: string } };
  expect(done).toMatchObject({ status: 'disposed', entries: [{ disposed: { files: 2 } }, { disposed: { files: 3 } }] });
  const written = await s3.send(new GetObjectCommand({ Bucket: 'records', Key: done.record?.key }));
  const text = (await written.Body?.transformToString()) ?? '';
  expect(stand.deps().sha256(text)).toBe(done.record?.sha256);
  expect(JSON.parse(text)).toMatchObject({
    approval: { name: '第二人' },
    files: [{ key: `${folder}/doc_1` }, {}, {}, {}, {}],
  });
  expect((await stand.deps().applications.get(applicationId)).sections).toEqual({});

  moveTo('2091-01-01T01:00:00.000Z');
  for (const forever of ['disposals', 'decisions'])
    expect(new Set(await deletions(`${programmeId}/${forever}`))).toEqual(new Set(['AccessDenied']));
  await appraise(2091);
  for (const list of [listOf, afterwards]) await expect(list(2091)).rejects.toThrow('record.not-found');
});
