import type { Bucket } from './buckets.ts';
import { checksumHeader } from './checksums.ts';
import { quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import { STORAGE_CLASSES } from './lifecycle-rules.ts';
import type { Headers } from './locking.ts';
import type { Version } from './versions.ts';

const SYSTEM = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires'] as const;
const MAX_METADATA_BYTES = 2048;

/** What an object keeps of its upload's headers, to give it back on every read. */
export function keptHeaders(headers: Headers): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  const bytes = own.reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name.slice(11)) + Buffer.byteLength(value),
    0,
  );
  if (bytes > MAX_METADATA_BYTES) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', {
      Size: String(bytes),
      MaxSizeAllowed: String(MAX_METADATA_BYTES),
    });
  }
  const kept = { ...Object.fromEntries(own), 'content-type': headers['content-type'] ?? 'binary/octet-stream' };
  for (const name of SYSTEM) {
    const value = name === 'content-encoding' ? withoutFraming(headers[name]) : headers[name];
    if (value) Object.assign(kept, { [name]: value });
  }
  return kept;
}

/** aws-chunked is how the body travelled, not what it is. */
const withoutFraming = (encoding = '') =>
  encoding
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one && one !== 'aws-chunked')
    .join(',');

export function storageClassOf(headers: Headers): string {
  const asked = headers['x-amz-storage-class'] ?? 'STANDARD';
  if (STORAGE_CLASSES.some((known) => known === asked)) return asked;
  throw new S3Error('InvalidStorageClass', 'The storage class you specified is not valid', {
    StorageClassRequested: asked,
  });
}

/** The id to show for a version: a bucket that never kept versions shows none. */
export const shownVersion = (bucket: Bucket, version: Pick<Version, 'versionId'>) =>
  bucket.versioning === 'Unversioned' ? undefined : version.versionId;

/** What the answer to a write says of the version it made. */
export function writtenHeaders(
  bucket: Bucket,
  version: Pick<Version, 'etag' | 'versionId' | 'checksum'>,
): Record<string, string | undefined> {
  const { checksum } = version;
  return {
    etag: quoted(version.etag),
    'x-amz-version-id': shownVersion(bucket, version),
    'x-amz-server-side-encryption': 'AES256',
    ...(checksum && { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }),
  };
}
