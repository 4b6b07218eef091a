import type { Bucket } from './buckets.ts';
import type { Call } from './call.ts';
import { S3Error } from './errors.ts';
import type { Store } from './store.ts';
import { latestVersion, versionById, type Version } from './versions.ts';

/** Who may not list a bucket does not learn that a key is missing. */
function missing(access: Call['access'], bucket: Bucket, key: string, headers: Record<string, string> = {}): S3Error {
  if (!access.allows('s3:ListBucket', bucket)) return new S3Error('AccessDenied', 'Access Denied', {}, headers);
  return new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key }, headers);
}

/** The version a request is about: the one of `versionId`, else the latest; throws what S3 answers without one. */
export function findVersionOf(
  access: Call['access'],
  store: Store,
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
): Version {
  const version =
    versionId === undefined ? latestVersion(store, bucket.name, key) : versionById(store, bucket.name, key, versionId);
  if (!version && versionId !== undefined) {
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.', { Key: key, VersionId: versionId });
  }
  if (!version) throw missing(access, bucket, key);
  if (!version.marker) return version;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === undefined) throw missing(access, bucket, key, headers);
  throw new S3Error(
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    { Method: 'GET', ResourceType: 'DeleteMarker' },
    { ...headers, allow: 'DELETE' },
  );
}

export function findVersion(call: Call, store: Store): Version {
  return findVersionOf(call.access, store, call.bucket, call.key, call.query.get('versionId'));
}
