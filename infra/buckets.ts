import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { BucketProps, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { daysReady } from '#domain/dossier/request';

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

const encrypted = (encryptionKey: IKey | undefined): BucketProps =>
  encryptionKey
    ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
    : { encryption: BucketEncryption.S3_MANAGED };

/** Who reached for which file: kept longer than the half year that the classified protection scheme asks for. */
export const accessLogBucket = (scope: Construct): Bucket =>
  new Bucket(scope, 'AccessLogs', {
    ...closed,
    // S3 delivers its access logs to buckets with its own encryption only.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(400) }],
  });

/** Where browsers put files by presigned URL: no lock, and nothing stays. */
export function stagingBucket(
  scope: Construct,
  { logs, key, origins }: { logs: Bucket; key: IKey | undefined; origins: string[] },
): Bucket {
  const bucket = new Bucket(scope, 'Staging', {
    ...closed,
    ...encrypted(key),
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'staging/',
    cors: [
      {
        allowedOrigins: origins,
        allowedMethods: [HttpMethods.PUT],
        // What the presigned URL signs and the browser therefore must send.
        allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
        exposedHeaders: ['etag'],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      { id: 'not-submitted', expiration: Duration.days(90) },
      { id: 'exported-dossiers', prefix: 'exports/', expiration: Duration.days(daysReady) },
      { id: 'aborted-uploads', abortIncompleteMultipartUploadAfter: Duration.days(3) },
    ],
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'PresignedUrlsLiveTenMinutes',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { NumericGreaterThan: { 's3:signatureAge': 600_000 } },
    }),
  );
  // The native property: `eventBridgeEnabled` would deploy a custom resource with a Lambda of its own.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}

const approvedForDisposal = { disposal: 'approved' };

/**
 * What was handed in, locked for ten years by the writers' RetainUntilDate (no default rule: retention counts from
 * 1 January after the cycle closes, which only the writer knows; it is lengthened, never shortened). Nothing is disposed of without an approval, which
 * is a tag.
 */
export const recordsBucket = (scope: Construct, { logs, key }: { logs: Bucket; key: IKey | undefined }): Bucket =>
  new Bucket(scope, 'Records', {
    ...closed,
    ...encrypted(key),
    versioned: true,
    objectLockEnabled: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'records/',
    lifecycleRules: [
      {
        id: 'colder-with-the-years',
        transitions: [
          { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
          { storageClass: StorageClass.DEEP_ARCHIVE, transitionAfter: Duration.days(730) },
        ],
      },
      {
        id: 'disposal-approved',
        tagFilters: approvedForDisposal,
        expiration: Duration.days(3660),
        noncurrentVersionExpiration: Duration.days(30),
      },
      { id: 'markers-of-the-disposed', expiredObjectDeleteMarker: true },
      { id: 'aborted-uploads', abortIncompleteMultipartUploadAfter: Duration.days(3) },
    ],
  });
