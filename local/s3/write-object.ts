import type { Millis } from '../contracts.ts';
import type { Call } from './call.ts';
import { assertMayWrite } from './conditions.ts';
import type { CreatedReason, DeletedReason, DeletionType, S3Event } from './events.ts';
import { eventOf } from './events.ts';
import { asksForHold, asksForRetention, lockOf, type Lock } from './locking.ts';
import { keptHeaders, shownVersion, storageClassOf } from './object-headers.ts';
import type { Change, Store } from './store.ts';
import { tagsOfHeader } from './tagging.ts';
import { addVersion, latestVersion, type Draft, type Version } from './versions.ts';

/** What the headers of a write say about the object to be. */
export type Intent = Pick<Draft, 'headers' | 'tags' | 'storageClass' | 'lock'>;

function demandLock(call: Call, lock: Lock, now: Millis): void {
  const { access, bucket, key, headers } = call;
  if (asksForRetention(headers)) {
    const left = lock.retention ? Math.ceil((lock.retention.until - now) / 86_400_000) : 0;
    access.demand('s3:PutObjectRetention', bucket, key, { 's3:object-lock-remaining-retention-days': String(left) });
  }
  if (asksForHold(headers)) access.demand('s3:PutObjectLegalHold', bucket, key);
}

/** Everything a write must be allowed to do, checked before its first byte is read. */
export function intentOf(call: Call, store: Store): Intent {
  const { access, bucket, key, headers } = call;
  access.demand('s3:PutObject', bucket, key);
  const lock = lockOf(headers, bucket, store.clock.now());
  demandLock(call, lock, store.clock.now());
  const tags = tagsOfHeader(headers['x-amz-tagging']);
  if (headers['x-amz-tagging'] !== undefined) access.demand('s3:PutObjectTagging', bucket, key);
  return { headers: keptHeaders(headers), tags, storageClass: storageClassOf(headers), lock };
}

/** Refuses a conditional write that cannot succeed; asked early to spare the upload, and again when it is saved. */
export function assertWritable(call: Call, store: Store): void {
  if (call.headers['if-match'] !== undefined) call.access.demand('s3:GetObject', call.bucket, call.key);
  assertMayWrite(call.headers, latestVersion(store, call.bucket.name, call.key));
}

/** Tells of a version that came or went, as S3 does. */
export function objectEvent(
  call: Call,
  store: Store,
  version: Version,
  happened: { type: S3Event['detail-type']; reason: CreatedReason | DeletedReason; deletion?: DeletionType },
): S3Event {
  const created = happened.type === 'Object Created';
  return eventOf(
    {
      ...happened,
      at: store.clock.now(),
      bucket: call.bucket.name,
      key: version.key,
      ...(created && { size: version.size, etag: version.etag }),
      versionId: shownVersion(call.bucket, version),
      sequence: version.seq,
    },
    { requestId: call.requestId, requester: call.access.caller, sourceIp: call.message.socket.remoteAddress },
    store.place,
  );
}

/** Saves a received object with its event, in one change; its bytes go again when it may not be saved. */
export function saveObject(
  call: Call,
  store: Store,
  draft: Draft,
  reason: CreatedReason,
  also?: (change: Change) => void,
): Version {
  try {
    return store.change((change) => {
      assertWritable(call, store);
      also?.(change);
      const version = addVersion(store, change, call.bucket, call.key, draft);
      change.emit(objectEvent(call, store, version, { type: 'Object Created', reason }));
      return version;
    });
  } catch (error) {
    if (!also) store.blobs.remove(draft.segments.map(({ blob }) => blob));
    throw error;
  }
}
