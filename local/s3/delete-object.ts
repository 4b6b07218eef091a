import * as z from 'zod';
import type { Answer, Call } from './call.ts';
import { assertMayWrite } from './conditions.ts';
import { S3Error } from './errors.ts';
import { assertRemovable } from './locking.ts';
import { shownVersion } from './object-headers.ts';
import { receiveText } from './receive.ts';
import type { Store } from './store.ts';
import { addMarker, latestVersion, removeVersion, versionById, type Version } from './versions.ts';
import { objectEvent } from './write-object.ts';
import { readXml, xmlDocument } from './xml.ts';

interface Deleted {
  /** The version that was named and is gone. */
  readonly versionId?: string;
  /** True when what went, or what was made, is a delete marker. */
  readonly marker?: boolean;
  readonly markerVersionId?: string;
}

/** A governed version gives way when the request says so and its caller may. */
export function mayBypass(call: Call, key: string): boolean {
  return (
    call.headers['x-amz-bypass-governance-retention']?.toLowerCase() === 'true' &&
    call.access.allows('s3:BypassGovernanceRetention', call.bucket, key)
  );
}

function removeForGood(call: Call, store: Store, version: Version): void {
  assertRemovable(version.lock, store.clock.now(), () => mayBypass(call, version.key));
  store.change((change) => {
    removeVersion(store, change, version);
    change.emit(
      objectEvent(call, store, version, {
        type: 'Object Deleted',
        reason: 'DeleteObject',
        deletion: 'Permanently Deleted',
      }),
    );
  });
}

function deleteLatest(call: Call, store: Store, key: string): Deleted {
  const { bucket } = call;
  if (bucket.versioning === 'Unversioned') {
    const current = latestVersion(store, bucket.name, key);
    if (current) removeForGood(call, store, current);
    return {};
  }
  const marker = store.change((change) => {
    const made = addMarker(store, change, bucket, key);
    change.emit(
      objectEvent(call, store, made, {
        type: 'Object Deleted',
        reason: 'DeleteObject',
        deletion: 'Delete Marker Created',
      }),
    );
    return made;
  });
  return { marker: true, markerVersionId: shownVersion(bucket, marker) };
}

/** Deletes as S3 does: without a version a marker is laid over the object, with one that version goes for good. */
function deleteOne(call: Call, store: Store, key: string, versionId: string | undefined): Deleted {
  const { access, bucket } = call;
  access.demand(versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', bucket, key);
  if (versionId === undefined) return deleteLatest(call, store, key);
  const version = versionById(store, bucket.name, key, versionId);
  if (!version) return { versionId };
  removeForGood(call, store, version);
  return { versionId, ...(version.marker && { marker: true, markerVersionId: versionId }) };
}

export async function deleteObject(call: Call, store: Store): Promise<Answer> {
  if (call.headers['if-match'] !== undefined)
    assertMayWrite(call.headers, latestVersion(store, call.bucket.name, call.key));
  const { versionId, marker, markerVersionId } = deleteOne(call, store, call.key, call.query.get('versionId'));
  return {
    status: 204,
    headers: {
      'x-amz-version-id': versionId ?? markerVersionId,
      ...(marker && { 'x-amz-delete-marker': 'true' }),
    },
  };
}

const document = z.object({
  Object: z
    .array(z.object({ Key: z.string().min(1), VersionId: z.string().optional() }))
    .min(1)
    .max(1000),
  Quiet: z.string().optional(),
});

/** Refuses a document whose sender gives no digest of it: S3 wants one where a damaged text would do harm. */
export function assertDigest({ headers }: Call): void {
  const names = Object.keys(headers);
  if (
    names.includes('content-md5') ||
    headers['x-amz-trailer'] ||
    names.some((name) => /^x-amz-checksum-(crc|sha)/.test(name))
  )
    return;
  throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
}

export async function deleteObjects(call: Call, store: Store): Promise<Answer> {
  assertDigest(call);
  const wanted = readXml(await receiveText(call), 'Delete', document);
  const results = wanted.Object.map(({ Key, VersionId }) => {
    try {
      const { versionId, marker, markerVersionId } = deleteOne(call, store, Key, VersionId);
      return { deleted: { Key, VersionId: versionId, DeleteMarker: marker, DeleteMarkerVersionId: markerVersionId } };
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      return { error: { Key, VersionId, Code: error.code, Message: error.message } };
    }
  });
  const quiet = wanted.Quiet === 'true';
  return {
    status: 200,
    body: xmlDocument('DeleteResult', {
      Deleted: quiet ? [] : results.flatMap(({ deleted }) => deleted ?? []),
      Error: results.flatMap(({ error }) => error ?? []),
    }),
  };
}
