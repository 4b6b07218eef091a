import type { S3Event as S3NotificationEvent } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { Millis } from '../contracts.ts';

export type CreatedReason = 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';
export type DeletedReason = 'DeleteObject' | 'Lifecycle Expiration';
export type DeletionType = 'Permanently Deleted' | 'Delete Marker Created';

/** An event of S3 as EventBridge carries it. Its time is the award's. */
export interface S3Event {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Object Created' | 'Object Deleted';
  readonly source: 'aws.s3';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly version: '0';
    readonly bucket: { readonly name: string };
    readonly object: {
      readonly key: string;
      readonly size?: number;
      readonly etag?: string;
      readonly 'version-id'?: string;
      readonly sequencer: string;
    };
    readonly 'request-id': string;
    readonly requester: string;
    readonly 'source-ip-address'?: string;
    readonly reason: CreatedReason | DeletedReason;
    readonly 'deletion-type'?: DeletionType;
  };
}

/** Who caused an event. */
export interface Cause {
  readonly requestId: string;
  readonly requester: string;
  readonly sourceIp?: string;
}

export interface Place {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

interface Happened {
  readonly type: S3Event['detail-type'];
  readonly reason: CreatedReason | DeletedReason;
  readonly deletion?: DeletionType;
  readonly at: Millis;
  readonly bucket: string;
  readonly key: string;
  readonly size?: number;
  readonly etag?: string;
  /** Undefined in a bucket without versions. */
  readonly versionId?: string;
  readonly sequence: number;
}

export function eventOf(happened: Happened, cause: Cause, place: Place): S3Event {
  const { bucket, key, size, etag, versionId, sequence, deletion } = happened;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': happened.type,
    source: 'aws.s3',
    account: place.account,
    time: new Date(happened.at).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: place.region,
    resources: [`arn:${place.partition}:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        ...(size !== undefined && { size }),
        ...(etag !== undefined && { etag }),
        ...(versionId !== undefined && { 'version-id': versionId }),
        sequencer: sequence.toString(16).toUpperCase().padStart(18, '0'),
      },
      'request-id': cause.requestId,
      requester: cause.requester,
      ...(cause.sourceIp !== undefined && { 'source-ip-address': cause.sourceIp }),
      reason: happened.reason,
      ...(deletion !== undefined && { 'deletion-type': deletion }),
    },
  };
}

const CREATED: Record<string, string> = {
  PutObject: 'Put',
  CopyObject: 'Copy',
  CompleteMultipartUpload: 'CompleteMultipartUpload',
};

function notificationName({ reason, 'deletion-type': deletion }: S3Event['detail']): string {
  const created = CREATED[reason];
  if (created) return `ObjectCreated:${created}`;
  const family = reason === 'Lifecycle Expiration' ? 'LifecycleExpiration' : 'ObjectRemoved';
  return `${family}:${deletion === 'Delete Marker Created' ? 'DeleteMarkerCreated' : 'Delete'}`;
}

/** S3 writes keys in notifications as a form would: a blank is a plus, slashes stay. */
function formEncoded(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** The same event in the form in which S3 itself invokes a Lambda function (`Records[0].s3…`). */
export function asNotificationRecord(event: S3Event): S3NotificationEvent {
  const { bucket, object, requester } = event.detail;
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: event.region,
        eventTime: event.time.replace(/Z$/, '.000Z'),
        eventName: notificationName(event.detail),
        userIdentity: { principalId: requester },
        requestParameters: { sourceIPAddress: event.detail['source-ip-address'] ?? '127.0.0.1' },
        responseElements: { 'x-amz-request-id': event.detail['request-id'], 'x-amz-id-2': event.id },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: { name: bucket.name, ownerIdentity: { principalId: event.account }, arn: event.resources[0] ?? '' },
          object: {
            key: formEncoded(object.key),
            size: object.size ?? 0,
            eTag: object.etag ?? '',
            ...(object['version-id'] !== undefined && { versionId: object['version-id'] }),
            sequencer: object.sequencer,
          },
        },
      },
    ],
  };
}
