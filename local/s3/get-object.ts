import type { Answer, Call } from './call.ts';
import { checksumHeader } from './checksums.ts';
import { assertMayRead, inSeconds, quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import { findVersion } from './find-version.ts';
import { lockHeaders } from './locking.ts';
import { shownVersion } from './object-headers.ts';
import { rangeOf } from './ranges.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** `response-content-…` in the query: only who signs may decide what the answer says of itself. */
function overrides(call: Call): Record<string, string> {
  const asked = OVERRIDES.flatMap((name) => {
    const value = call.query.get(`response-${name}`);
    return value === undefined ? [] : [[name, value]];
  });
  if (asked.length && !call.signature) {
    throw new S3Error('InvalidRequest', 'Request specific response headers cannot be used for anonymous GET requests.');
  }
  return Object.fromEntries(asked) as Record<string, string>;
}

/** A caller sees a lock only with the permission to read it. */
function visibleLock({ access, bucket, key }: Call, version: Version): Record<string, string> {
  const { retention, hold } = version.lock;
  return lockHeaders({
    ...(retention && access.allows('s3:GetObjectRetention', bucket, key) && { retention }),
    hold: hold && access.allows('s3:GetObjectLegalHold', bucket, key),
  });
}

function headersOf(call: Call, version: Version, whole: boolean): Answer['headers'] {
  const { checksum, tags, storageClass } = version;
  const tagCount = Object.keys(tags).length;
  return {
    ...version.headers,
    ...overrides(call),
    etag: quoted(version.etag),
    'last-modified': new Date(inSeconds(version.modified)).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': shownVersion(call.bucket, version),
    'x-amz-server-side-encryption': 'AES256',
    ...(storageClass !== 'STANDARD' && { 'x-amz-storage-class': storageClass }),
    ...(tagCount > 0 && { 'x-amz-tagging-count': tagCount }),
    ...visibleLock(call, version),
    ...(whole &&
      checksum &&
      call.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' && {
        [checksumHeader(checksum.algorithm)]: checksum.value,
        'x-amz-checksum-type': checksum.type,
      }),
  };
}

function read(call: Call, store: Store) {
  call.access.demand(call.query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', call.bucket, call.key);
  const version = findVersion(call, store);
  assertMayRead(call.headers, version);
  const range = rangeOf(call.headers['range'], version.size);
  const { start, end } = range ?? { start: 0, end: version.size - 1 };
  const headers = {
    ...headersOf(call, version, !range),
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${version.size}` }),
  };
  return { version, start, end, status: range ? 206 : 200, headers };
}

export async function getObject(call: Call, store: Store): Promise<Answer> {
  const { version, start, end, status, headers } = read(call, store);
  return { status, headers, body: store.blobs.read(version.segments, start, end) };
}

export async function headObject(call: Call, store: Store): Promise<Answer> {
  const { status, headers } = read(call, store);
  return { status, headers };
}
