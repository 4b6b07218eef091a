import { createHash } from 'node:crypto';
import type { Buckets } from './buckets.ts';
import type { Answer, Call } from './call.ts';
import { algorithmNamed, checksumElement, hasherOf } from './checksums.ts';
import { assertMayRead, quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import { findVersionOf } from './find-version.ts';
import { decoded } from './incoming.ts';
import { shownVersion } from './object-headers.ts';
import { MAX_PUT_BYTES } from './receive.ts';
import type { Store } from './store.ts';
import type { Draft, Version } from './versions.ts';
import { assertWritable, intentOf, saveObject, type Intent } from './write-object.ts';
import { xmlDocument } from './xml.ts';

function sourceOf(header: string) {
  const [path = '', query = ''] = header.split('?');
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (!bucket || !key)
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  return { bucket, key, versionId: /^versionId=(.+)$/.exec(query)?.[1] };
}

function findSource(call: Call, store: Store, buckets: Buckets): Version {
  const { bucket: name, key, versionId } = sourceOf(call.headers['x-amz-copy-source'] ?? '');
  const bucket = buckets.get(name);
  call.access.demand(versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', bucket, key);
  const source = findVersionOf(call.access, store, bucket, key, versionId);
  assertMayRead(call.headers, source, 'x-amz-copy-source-');
  if (source.size > MAX_PUT_BYTES)
    throw new S3Error(
      'InvalidRequest',
      'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
    );
  return source;
}

const directive = (call: Call, name: string): 'COPY' | 'REPLACE' => {
  const value = call.headers[name] ?? 'COPY';
  if (value === 'COPY' || value === 'REPLACE') return value;
  throw new S3Error('InvalidArgument', 'Unknown metadata directive.');
};

function assertChangesSomething(call: Call, source: Version): void {
  const onto = source.bucket === call.bucket.name && source.key === call.key && source.latest;
  if (!onto || directive(call, 'x-amz-metadata-directive') === 'REPLACE' || call.headers['x-amz-storage-class']) return;
  throw new S3Error(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

/** A copy keeps headers and tags unless told to replace them; a lock never comes along, it is asked for anew. */
function intended(call: Call, intent: Intent, source: Version): Intent {
  const keepsTags = directive(call, 'x-amz-tagging-directive') === 'COPY';
  if (keepsTags && Object.keys(source.tags).length) {
    call.access.demand('s3:PutObjectTagging', call.bucket, call.key);
  }
  return {
    ...intent,
    headers: directive(call, 'x-amz-metadata-directive') === 'COPY' ? source.headers : intent.headers,
    tags: keepsTags ? source.tags : intent.tags,
  };
}

/** Copies by reading and writing, with bytes passing through as in an upload: the new object has its own checksum. */
export async function copyObject(call: Call, store: Store, buckets: Buckets): Promise<Answer> {
  const asked = intentOf(call, store);
  const source = findSource(call, store, buckets);
  assertChangesSomething(call, source);
  const intent = intended(call, asked, source);
  assertWritable(call, store);
  const algorithm =
    algorithmNamed(call.headers['x-amz-checksum-algorithm']) ?? source.checksum?.algorithm ?? 'CRC64NVME';
  const hasher = hasherOf(algorithm);
  const md5 = createHash('md5');
  const { blob } = await store.blobs.write(async (write) => {
    for await (const piece of store.blobs.read(source.segments, 0, source.size - 1)) {
      hasher.update(piece);
      md5.update(piece);
      await write(piece);
    }
  });
  const draft: Draft = {
    ...intent,
    size: source.size,
    etag: md5.digest('hex'),
    segments: [{ blob, size: source.size }],
    checksum: { algorithm, value: hasher.digest().toString('base64'), type: 'FULL_OBJECT' },
  };
  const version = saveObject(call, store, draft, 'CopyObject');
  return {
    status: 200,
    headers: {
      'x-amz-version-id': shownVersion(call.bucket, version),
      'x-amz-server-side-encryption': 'AES256',
      'x-amz-copy-source-version-id': source.versionId === 'null' ? undefined : source.versionId,
    },
    body: xmlDocument('CopyObjectResult', {
      LastModified: new Date(version.modified).toISOString(),
      ETag: quoted(version.etag),
      [checksumElement(algorithm)]: version.checksum?.value,
      ChecksumType: 'FULL_OBJECT',
    }),
  };
}
