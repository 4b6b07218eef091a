import { randomBytes } from 'node:crypto';
import type { Answer, Call } from './call.ts';
import { algorithmNamed, checksumElement, type Algorithm, type ChecksumType } from './checksums.ts';
import { quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import { writtenHeaders } from './object-headers.ts';
import { receive } from './receive.ts';
import type { Store } from './store.ts';
import { abortUpload, findUpload, partsOf, type Part, type Upload, type UploadDraft } from './uploads.ts';
import { intentOf } from './write-object.ts';
import { xmlDocument } from './xml.ts';

/** Only CRCs can be put together from parts without reading the whole, so only they have both types. */
function checksumTypeOf(algorithm: Algorithm | undefined, asked: string | undefined): ChecksumType {
  const standard = algorithm === undefined || algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';
  if (asked === undefined) return standard;
  const possible: Record<Algorithm, string[]> = {
    CRC32: ['FULL_OBJECT', 'COMPOSITE'],
    CRC32C: ['FULL_OBJECT', 'COMPOSITE'],
    CRC64NVME: ['FULL_OBJECT'],
    SHA1: ['COMPOSITE'],
    SHA256: ['COMPOSITE'],
  };
  if (algorithm && possible[algorithm].includes(asked)) return asked as ChecksumType;
  throw new S3Error(
    'InvalidRequest',
    `The ${asked} checksum type cannot be used with the ${algorithm?.toLowerCase() ?? 'null'} checksum algorithm.`,
  );
}

export async function createMultipartUpload(call: Call, store: Store): Promise<Answer> {
  const { bucket, key, headers } = call;
  const intent = intentOf(call, store);
  const algorithm = algorithmNamed(headers['x-amz-checksum-algorithm']);
  const checksumType = checksumTypeOf(algorithm, headers['x-amz-checksum-type']);
  const draft: UploadDraft = { ...intent, checksumType, ...(algorithm && { algorithm }) };
  const id = randomBytes(32).toString('base64url');
  store.db.run(
    'INSERT INTO upload (id, bucket, key, initiated, draft) VALUES (?, ?, ?, ?, ?)',
    id,
    bucket.name,
    key,
    store.clock.now(),
    JSON.stringify(draft),
  );
  return {
    status: 200,
    headers: algorithm && { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': checksumType },
    body: xmlDocument('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: id }),
  };
}

function partNumberOf(call: Call): number {
  const number = Number(call.query.get('partNumber'));
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw new S3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive', {
    ArgumentName: 'partNumber',
    ArgumentValue: call.query.get('partNumber') ?? '',
  });
}

function assertExpectedChecksum({ draft }: Upload, part: Pick<Part, 'checksum'>, claimed: boolean): void {
  const actual = claimed ? part.checksum?.algorithm.toLowerCase() : 'null';
  if (!draft.algorithm || draft.checksumType === 'FULL_OBJECT' || draft.algorithm.toLowerCase() === actual) return;
  throw new S3Error(
    'InvalidRequest',
    `Checksum Type mismatch occurred, expected checksum Type: ${draft.algorithm.toLowerCase()}, actual checksum Type: ${actual}`,
  );
}

export async function uploadPart(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, key, headers } = call;
  access.demand('s3:PutObject', bucket, key);
  const number = partNumberOf(call);
  const upload = findUpload(store, bucket.name, key, call.query.get('uploadId'));
  const { blob, result } = await store.blobs.write(async (write) => {
    const received = await receive(call, write, upload.draft.algorithm);
    const { checksum } = received;
    const part = {
      ...received,
      checksum: checksum && { algorithm: checksum.algorithm, value: checksum.value.toString('base64') },
    };
    const claimed =
      headers['x-amz-trailer'] !== undefined || Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-'));
    assertExpectedChecksum(upload, part, claimed);
    return part;
  });
  const { size, md5, checksum } = result;
  const etag = md5.toString('hex');
  try {
    store.change((change) => {
      findUpload(store, bucket.name, key, upload.id);
      change.discard(partsOf(store, upload.id).filter((part) => part.number === number));
      store.db.run(
        'INSERT OR REPLACE INTO part (upload, number, blob, size, etag, checksum, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
        upload.id,
        number,
        blob,
        size,
        etag,
        checksum ? JSON.stringify(checksum) : null,
        store.clock.now(),
      );
    });
  } catch (error) {
    store.blobs.remove([blob]);
    throw error;
  }
  const written = writtenHeaders(bucket, {
    etag,
    versionId: 'null',
    ...(checksum && { checksum: { ...checksum, type: 'FULL_OBJECT' } }),
  });
  return { status: 200, headers: { ...written, 'x-amz-version-id': undefined, 'x-amz-checksum-type': undefined } };
}

export async function listParts(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, key, query } = call;
  access.demand('s3:ListMultipartUploadParts', bucket, key);
  const upload = findUpload(store, bucket.name, key, query.get('uploadId'));
  const after = Number(query.get('part-number-marker') ?? 0);
  const most = Math.min(Number(query.get('max-parts') ?? 1000), 1000);
  const parts = partsOf(store, upload.id).filter(({ number }) => number > after);
  const page = parts.slice(0, most);
  return {
    status: 200,
    body: xmlDocument('ListPartsResult', {
      Bucket: bucket.name,
      Key: key,
      UploadId: upload.id,
      StorageClass: upload.draft.storageClass,
      ChecksumAlgorithm: upload.draft.algorithm,
      ChecksumType: upload.draft.algorithm && upload.draft.checksumType,
      PartNumberMarker: after,
      NextPartNumberMarker: page.at(-1)?.number,
      MaxParts: most,
      IsTruncated: parts.length > page.length,
      Part: page.map(({ number, modified, etag, size, checksum }) => ({
        PartNumber: number,
        LastModified: new Date(modified).toISOString(),
        ETag: quoted(etag),
        Size: size,
        ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value }),
      })),
    }),
  };
}

export async function abortMultipartUpload(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:AbortMultipartUpload', call.bucket, call.key);
  const upload = findUpload(store, call.bucket.name, call.key, call.query.get('uploadId'));
  store.change((change) => abortUpload(store, change, upload.id));
  return { status: 204 };
}
