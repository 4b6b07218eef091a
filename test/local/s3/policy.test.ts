import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BucketConfig } from '#local/s3/s3';
import { codeOf, LocalS3, plain, refusal } from './local-s3.ts';

let local: LocalS3;
beforeEach(async () => {
  local = await new LocalS3().start();
});
afterEach(() => local.remove());

type Statement = NonNullable<BucketConfig['bucketPolicy']>[number];
const statement = (Effect: 'Allow' | 'Deny', more: Partial<Statement> = {}): Statement => ({
  Effect,
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws-cn:s3:::docs', 'arn:aws-cn:s3:::docs/*'],
  ...more,
});
const rule = (...bucketPolicy: Statement[]) => local.s3.ensureBucket(plain('docs', { bucketPolicy }));
const put = (Key = 'k', who = 'OFFICER') =>
  local.client(who).send(new PutObjectCommand({ Bucket: 'docs', Key, Body: 'x' }));
const denied = { code: 'AccessDenied', status: 403 };

describe('a bucket’s policy', () => {
  it('denies what its statement covers, whatever the caller’s own policies say', async () => {
    rule(statement('Deny', { Action: ['s3:Put*'], Resource: 'arn:aws-cn:s3:::docs/closed/*' }));
    await put('open/k');
    expect(await refusal(put('closed/k'))).toMatchObject({
      ...denied,
      message: expect.stringContaining('explicit deny') as string,
    });
  });

  it('lets local requests pass where TLS is demanded', async () => {
    rule(
      statement('Deny', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      statement('Deny', { Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }),
    );
    await put();
  });

  it('denies presigned URLs older than it allows, though they have not expired', async () => {
    rule(statement('Deny', { Condition: { NumericGreaterThan: { 's3:signatureAge': 600_000 } } }));
    await put();
    const url = await getSignedUrl(local.client(), new GetObjectCommand({ Bucket: 'docs', Key: 'k' }), {
      expiresIn: 3600,
    });
    expect((await fetch(url)).status).toBe(200);
    local.machineOffset = 599_000;
    expect((await fetch(url)).status).toBe(200);
    local.machineOffset = 602_000;
    expect(await codeOf(await fetch(url))).toBe('403 AccessDenied');
  });

  it('denies uploads that do not ask for If-None-Match, when it says so', async () => {
    rule(statement('Deny', { Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } }));
    expect(await refusal(put())).toMatchObject(denied);
    await local.client().send(new PutObjectCommand({ Bucket: 'docs', Key: 'k', Body: 'x', IfNoneMatch: '*' }));
  });

  it('opens what it allows to everybody, and to a caller without a policy of its own', async () => {
    rule(statement('Allow', { Action: 's3:GetObject', Resource: 'arn:aws-cn:s3:::docs/public/*' }));
    await put('public/k');
    await put('private/k');
    expect((await fetch(`${local.url}/docs/public/k`)).status).toBe(200);
    expect(await codeOf(await fetch(`${local.url}/docs/private/k`))).toBe('403 AccessDenied');
    local.authority.deny('CLERK', 's3:GetObject');
    const read = (Key: string) => local.client('CLERK').send(new GetObjectCommand({ Bucket: 'docs', Key }));
    await read('public/k');
    expect(await refusal(read('private/k'))).toMatchObject(denied);
  });

  it('says nothing to local callers where it speaks of a service', async () => {
    const Condition = { ArnLike: { 'aws:SourceArn': 'arn:aws-cn:s3:::source' } };
    rule(statement('Deny', { Principal: { Service: 'logging.s3.amazonaws.com' }, Condition }));
    await put();
  });

  it('knows negations and exceptions', async () => {
    rule(
      statement('Deny', {
        Action: undefined,
        NotAction: 's3:GetObject',
        Resource: undefined,
        NotResource: 'arn:aws-cn:s3:::docs/free/*',
        Condition: { StringNotEquals: { 's3:x-amz-storage-class': 'GLACIER' } },
      }),
    );
    await put('free/k');
    expect(await refusal(put('k'))).toMatchObject(denied);
    await local.client().send(new PutObjectCommand({ Bucket: 'docs', Key: 'k', Body: 'x', StorageClass: 'GLACIER' }));
    await local.client().send(new GetObjectCommand({ Bucket: 'docs', Key: 'k' }));
  });
});

describe('what could not be enforced is refused by name when the bucket is made', () => {
  it.each<[string, Partial<BucketConfig>]>([
    ['IpAddress', { bucketPolicy: [statement('Deny', { Condition: { IpAddress: { 's3:prefix': '10.0.0.0/8' } } })] }],
    [
      'aws:PrincipalOrgID',
      { bucketPolicy: [statement('Deny', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })] },
    ],
    [
      'arn:aws-cn:iam::000000000000:role/x',
      { bucketPolicy: [statement('Allow', { Principal: { AWS: 'arn:aws-cn:iam::000000000000:role/x' } })] },
    ],
    ['NotPrincipal', { bucketPolicy: [{ ...statement('Deny'), NotPrincipal: '*' } as never] }],
    ['IntelligentTiering', { lifecycle: [{ Status: 'Enabled', IntelligentTiering: 1 } as never] }],
    ['ONE_DAY', { lifecycle: [{ Status: 'Enabled', Transitions: [{ StorageClass: 'ONE_DAY' as never }] }] }],
    ['replication', { replication: true } as never],
  ])('%s', (name, more) => {
    expect(() => local.s3.ensureBucket(plain('odd', more))).toThrow(name === 'ONE_DAY' ? 'StorageClass' : name);
  });

  it('and Object Lock is never switched off', () => {
    local.s3.ensureBucket({ name: 'lock', versioning: true, objectLock: true });
    expect(() => local.s3.ensureBucket({ name: 'lock', versioning: true })).toThrow('Object Lock');
  });
});

describe('the caller’s policies', () => {
  it('are asked about each object in the partition’s own names, with the request’s conditions, and counted when used', async () => {
    rule();
    await put('a/b c');
    expect(local.authority.asked.at(-1)).toMatchObject({
      action: 's3:PutObject',
      resource: 'arn:aws-cn:s3:::docs/a/b c',
      context: { 'aws:securetransport': 'true', 's3:authtype': 'REST-HEADER' },
    });
    expect(local.authority.calls).toEqual(['s3:PutObject arn:aws-cn:s3:::docs/a/b c']);
    local.authority.deny('CLERK', 's3:PutObject');
    expect(await refusal(put('x', 'CLERK'))).toMatchObject(denied);
    expect(local.authority.calls).toHaveLength(1);
  });
});
