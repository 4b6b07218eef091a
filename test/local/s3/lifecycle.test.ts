import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BucketConfig } from '#local/s3/s3';
import { DAY, LocalS3, locking, plain, refusal, versioned } from './local-s3.ts';

let local: LocalS3;
beforeEach(async () => {
  local = await new LocalS3().start();
});
afterEach(() => local.remove());

type Rule = NonNullable<BucketConfig['lifecycle']>[number];
const rule = (more: Partial<Rule>): Rule => ({ Status: 'Enabled', ...more });
const put = (Bucket: string, Key: string, more: object = {}) =>
  local.client().send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
const head = (Bucket: string, Key: string) => local.client().send(new HeadObjectCommand({ Bucket, Key }));
const versions = async (Bucket: string) => {
  const { Versions = [], DeleteMarkers = [] } = await local.client().send(new ListObjectVersionsCommand({ Bucket }));
  return { versions: Versions.length, markers: DeleteMarkers.length };
};

/** Moves the award's clock as the local cloud does: to each due time in turn. Returns how often rules were played. */
async function pass(days: number): Promise<number> {
  const end = local.awardNow + days * DAY;
  let runs = 0;
  for (let due = local.s3.lifecycle.nextDue(); due !== undefined && due <= end; due = local.s3.lifecycle.nextDue()) {
    local.awardNow = Math.max(local.awardNow, due);
    await local.s3.lifecycle.runDue(local.awardNow);
    runs++;
  }
  local.awardNow = end;
  return runs;
}

describe('expiry', () => {
  it('takes an object at the midnight after its days are over, and tells of it', async () => {
    local.s3.ensureBucket(plain('staging', { lifecycle: [rule({ ExpirationInDays: 90, Prefix: 'up/' })] }));
    await put('staging', 'up/a');
    await put('staging', 'keep/a');
    await pass(90);
    await head('staging', 'up/a');
    await pass(1);
    expect(await refusal(head('staging', 'up/a'))).toMatchObject({ status: 404 });
    await head('staging', 'keep/a');
    await local.settled();
    expect(local.events.at(-1)?.detail).toMatchObject({
      object: { key: 'up/a' },
      reason: 'Lifecycle Expiration',
      'deletion-type': 'Permanently Deleted',
    });
  });

  it('looks only at the midnights when something falls due', async () => {
    local.s3.ensureBucket(plain('staging', { lifecycle: [rule({ ExpirationInDays: 700 })] }));
    await put('staging', 'a');
    await local.settled();
    expect(await pass(710)).toBeLessThan(6);
    expect(await refusal(head('staging', 'a'))).toMatchObject({ status: 404 });
    await put('staging', 'b');
    await pass(702);
    expect(await refusal(head('staging', 'b'))).toMatchObject({ status: 404 });
  });

  it('lays a marker with versions, removes old versions in their time, and then the marker that stands alone', async () => {
    local.s3.ensureBucket(
      versioned('records', {
        lifecycle: [
          rule({ ExpirationInDays: 10, NoncurrentVersionExpiration: { NoncurrentDays: 5 } }),
          rule({ ExpiredObjectDeleteMarker: true }),
        ],
      }),
    );
    await put('records', 'a');
    await put('records', 'a');
    expect(await versions('records')).toEqual({ versions: 2, markers: 0 });
    await pass(6);
    expect(await versions('records')).toEqual({ versions: 1, markers: 0 });
    await pass(5);
    expect(await versions('records')).toEqual({ versions: 1, markers: 1 });
    await pass(7);
    expect(await versions('records')).toEqual({ versions: 0, markers: 0 });
  });

  it('keeps as many newer old versions as it is told', async () => {
    local.s3.ensureBucket(
      versioned('records', {
        lifecycle: [rule({ NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 2 } })],
      }),
    );
    for (let n = 0; n < 5; n++) await put('records', 'a');
    await pass(3);
    expect(await versions('records')).toEqual({ versions: 3, markers: 0 });
  });

  it('never removes a locked version before its retention ends, nor one under legal hold', async () => {
    local.s3.ensureBucket(
      locking('records', { lifecycle: [rule({ NoncurrentVersionExpiration: { NoncurrentDays: 1 } })] }),
    );
    const lock = { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date(local.awardNow + 100 * DAY) };
    await put('records', 'locked', lock);
    const { VersionId } = await put('records', 'held', { ObjectLockLegalHoldStatus: 'ON' });
    for (const Key of ['locked', 'held'])
      await local.client().send(new DeleteObjectCommand({ Bucket: 'records', Key }));
    await pass(99);
    expect(await versions('records')).toEqual({ versions: 2, markers: 2 });
    await pass(3);
    expect(await versions('records')).toEqual({ versions: 1, markers: 2 });
    await pass(1000);
    expect(await versions('records')).toEqual({ versions: 1, markers: 2 });
    await local
      .client()
      .send(new PutObjectLegalHoldCommand({ Bucket: 'records', Key: 'held', VersionId, LegalHold: { Status: 'OFF' } }));
    await pass(2);
    expect(await versions('records')).toEqual({ versions: 0, markers: 2 });
  });

  it('takes only objects with the tags and sizes it names', async () => {
    local.s3.ensureBucket(
      plain('staging', {
        lifecycle: [
          rule({ ExpirationInDays: 1, TagFilters: [{ Key: 'disposal', Value: 'approved' }] }),
          rule({ ExpirationInDays: 1, ObjectSizeGreaterThan: 10 }),
        ],
      }),
    );
    await put('staging', 'plain');
    await put('staging', 'tagged', { Tagging: 'disposal=approved' });
    await put('staging', 'large', { Body: 'x'.repeat(11) });
    await pass(3);
    await head('staging', 'plain');
    for (const key of ['tagged', 'large']) expect(await refusal(head('staging', key))).toMatchObject({ status: 404 });
  });

  it('does nothing by a rule that is disabled', async () => {
    local.s3.ensureBucket(plain('staging', { lifecycle: [{ Status: 'Disabled', ExpirationInDays: 1 }] }));
    await put('staging', 'a');
    expect(local.s3.lifecycle.nextDue()).toBeUndefined();
    await local.s3.lifecycle.runDue(local.awardNow + 10 * DAY);
    await head('staging', 'a');
  });
});

describe('transitions', () => {
  it('move large objects to colder classes in their time, and small ones not', async () => {
    const Transitions = [
      { StorageClass: 'GLACIER_IR' as const, TransitionInDays: 90 },
      { StorageClass: 'DEEP_ARCHIVE' as const, TransitionInDays: 730 },
    ];
    local.s3.ensureBucket(versioned('records', { lifecycle: [rule({ Transitions })] }));
    await put('records', 'large', { Body: 'x'.repeat(128 * 1024) });
    await put('records', 'small');
    await pass(92);
    expect((await head('records', 'large')).StorageClass).toBe('GLACIER_IR');
    await pass(700);
    expect((await head('records', 'large')).StorageClass).toBe('DEEP_ARCHIVE');
    expect((await head('records', 'small')).StorageClass).toBeUndefined();
  });
});

describe('uploads never completed', () => {
  it('are aborted after their days', async () => {
    local.s3.ensureBucket(
      plain('staging', { lifecycle: [rule({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 3 } })] }),
    );
    const { UploadId } = await local.client().send(new CreateMultipartUploadCommand({ Bucket: 'staging', Key: 'k' }));
    const parts = () => local.client().send(new ListPartsCommand({ Bucket: 'staging', Key: 'k', UploadId }));
    await pass(3);
    await parts();
    await pass(1);
    expect(await refusal(parts())).toMatchObject({ code: 'NoSuchUpload' });
  });
});
