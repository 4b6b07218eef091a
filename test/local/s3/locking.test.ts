import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  type ObjectLockMode,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, DAY, LocalS3, locking, plain, refusal } from './local-s3.ts';
import { signed } from './signed-request.ts';

const local = new LocalS3();
beforeAll(() =>
  local.start(
    plain('staging'),
    locking('records'),
    locking('default-lock', { objectLock: { mode: 'COMPLIANCE', days: 10 } }),
  ),
);
afterAll(() => local.remove());

const send = <T>(command: T) => local.client().send(command as never) as Promise<never>;
const inDays = (days: number) => new Date(local.awardNow + days * DAY);
const put = async (Key: string, more: Partial<PutObjectCommandInput> = {}, Bucket = 'records') => {
  const { VersionId } = await local.client().send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
  return { Bucket, Key, VersionId };
};
const locked = (Key: string, ObjectLockMode: ObjectLockMode, days = 30) =>
  put(Key, { ObjectLockMode, ObjectLockRetainUntilDate: inDays(days) });
const removal = (version: object, more: object = {}) => new DeleteObjectCommand({ ...version, ...more } as never);
const retention = (version: object, Mode: ObjectLockMode | undefined, days: number, more: object = {}) =>
  new PutObjectRetentionCommand({
    ...version,
    Retention: Mode ? { Mode, RetainUntilDate: inDays(days) } : {},
    ...more,
  } as never);
const bypass = { BypassGovernanceRetention: true };
const denied = { code: 'AccessDenied', status: 403 };

describe('a retention in compliance mode', () => {
  it('keeps its version from everybody until it ends on the award’s clock', async () => {
    const version = await locked('compliance', 'COMPLIANCE');
    expect(await refusal(send(removal(version)))).toMatchObject(denied);
    expect(await refusal(send(removal(version, bypass)))).toMatchObject(denied);
    local.awardNow += 29 * DAY;
    expect(await refusal(send(removal(version)))).toMatchObject(denied);
    local.awardNow += 2 * DAY;
    await send(removal(version));
    expect(await refusal(send(new GetObjectCommand(version)))).toMatchObject({ code: 'NoSuchVersion' });
  });

  it('may be lengthened and never shortened, loosened or lifted', async () => {
    const version = await locked('longer', 'COMPLIANCE');
    await send(retention(version, 'COMPLIANCE', 60));
    expect(await refusal(send(retention(version, 'COMPLIANCE', 59, bypass)))).toMatchObject(denied);
    expect(await refusal(send(retention(version, 'GOVERNANCE', 90, bypass)))).toMatchObject(denied);
    expect(await refusal(send(retention(version, undefined, 0, bypass)))).toMatchObject(denied);
    const { Retention } = await local.client().send(new GetObjectRetentionCommand(version));
    expect(Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate: inDays(60) });
  });
});

describe('a retention in governance mode', () => {
  it('gives way only to a bypass that is asked for and permitted', async () => {
    const version = await locked('governed', 'GOVERNANCE');
    expect(await refusal(send(removal(version)))).toMatchObject(denied);
    local.authority.deny('CLERK', 's3:BypassGovernanceRetention');
    expect(await refusal(local.client('CLERK').send(removal(version, bypass)))).toMatchObject(denied);
    await send(removal(version, bypass));
  });

  it('may be lengthened by all who may set it, shortened or lifted only with a bypass', async () => {
    const version = await locked('governed 2', 'GOVERNANCE');
    await send(retention(version, 'GOVERNANCE', 40));
    expect(await refusal(send(retention(version, 'GOVERNANCE', 39)))).toMatchObject(denied);
    expect(await refusal(send(retention(version, undefined, 0)))).toMatchObject(denied);
    await send(retention(version, 'GOVERNANCE', 10, bypass));
    await send(retention(version, undefined, 0, bypass));
    await send(removal(version));
  });
});

describe('a legal hold', () => {
  it('keeps its version until it is taken off, bypass or not', async () => {
    const version = await put('held', { ObjectLockLegalHoldStatus: 'ON' });
    expect(await refusal(send(removal(version, bypass)))).toMatchObject(denied);
    expect((await local.client().send(new GetObjectLegalHoldCommand(version))).LegalHold?.Status).toBe('ON');
    await send(new PutObjectLegalHoldCommand({ ...version, LegalHold: { Status: 'OFF' } }));
    await send(removal(version));
  });
});

describe('a lock', () => {
  it('does not keep a marker from being laid over the object', async () => {
    const version = await locked('covered', 'COMPLIANCE');
    await send(removal({ Bucket: 'records', Key: 'covered' }));
    const { Body } = await local.client().send(new GetObjectCommand(version));
    expect(await Body?.transformToString()).toBe('x');
  });

  it('is set by a copy that asks for it, and never copied', async () => {
    await put('source', {}, 'staging');
    const copy = (Key: string, more: object) =>
      local.client().send(new CopyObjectCommand({ Bucket: 'records', Key, CopySource: 'staging/source', ...more }));
    const { VersionId } = await copy('copy', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(3650) });
    expect(await refusal(send(removal({ Bucket: 'records', Key: 'copy', VersionId })))).toMatchObject(denied);
    await local
      .client()
      .send(new CopyObjectCommand({ Bucket: 'records', Key: 'copy of copy', CopySource: 'records/copy' }));
    expect(
      await refusal(send(new GetObjectRetentionCommand({ Bucket: 'records', Key: 'copy of copy' }))),
    ).toMatchObject({ code: 'NoSuchObjectLockConfiguration', status: 404 });
  });

  it('comes from the bucket when the upload asks for none', async () => {
    const version = await put('by default', {}, 'default-lock');
    const { Retention } = await local.client().send(new GetObjectRetentionCommand(version));
    expect(Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate: inDays(10) });
  });

  it('is shown to those who may read it', async () => {
    const version = await locked('shown', 'GOVERNANCE');
    expect(await local.client().send(new GetObjectCommand(version))).toMatchObject({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: inDays(30),
    });
    local.authority.deny('CLERK', 's3:GetObjectRetention');
    expect((await local.client('CLERK').send(new GetObjectCommand(version))).ObjectLockMode).toBeUndefined();
  });

  it('needs permissions of its own', async () => {
    local.authority.deny('CLERK', 's3:PutObjectRetention', 's3:PutObjectLegalHold');
    const write = (more: object) =>
      local.client('CLERK').send(new PutObjectCommand({ Bucket: 'records', Key: 'clerk', Body: 'x', ...more }));
    expect(await refusal(write({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(1) }))).toMatchObject({
      message: expect.stringContaining('s3:PutObjectRetention') as string,
    });
    expect(await refusal(write({ ObjectLockLegalHoldStatus: 'ON' }))).toMatchObject({
      message: expect.stringContaining('s3:PutObjectLegalHold') as string,
    });
    await write({});
  });

  it.each([
    [
      'in a bucket without Object Lock',
      () => put('x', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(1) }, 'staging'),
      'InvalidRequest',
    ],
    [
      'that ends in the past',
      () => put('x', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(-1) }),
      'InvalidArgument',
    ],
    ['without an end', () => put('x', { ObjectLockMode: 'GOVERNANCE' }), 'InvalidArgument'],
    [
      'of an unknown mode',
      () => put('x', { ObjectLockMode: 'FOREVER' as never, ObjectLockRetainUntilDate: inDays(1) }),
      'InvalidArgument',
    ],
  ])('%s is refused', async (_, attempt, code) => {
    expect(await refusal(attempt())).toMatchObject({ code });
  });

  it('on an upload without checksum is refused', async () => {
    const headers = {
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': inDays(1).toISOString(),
    };
    expect(await codeOf(await signed(local, { method: 'PUT', path: '/records/x', body: 'x', headers }))).toBe(
      '400 InvalidRequest',
    );
  });
});
