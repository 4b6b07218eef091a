import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Answer, Call } from './call.ts';
import { badDigest, checksumElement, checksumHeader, hasherOf, type Algorithm, type Checksum } from './checksums.ts';
import { quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import { shownVersion } from './object-headers.ts';
import { receiveText } from './receive.ts';
import type { Store } from './store.ts';
import { findUpload, forgetUpload, partsOf, type Part, type Upload } from './uploads.ts';
import type { Draft } from './versions.ts';
import { assertWritable, saveObject } from './write-object.ts';
import { readXml, xmlDocument } from './xml.ts';

const MIN_PART_BYTES = 5 * 1024 ** 2;

const document = z.object({
  Part: z
    .array(
      z.object({
        PartNumber: z.coerce.number().int(),
        ETag: z.string(),
        ChecksumCRC32: z.string().optional(),
        ChecksumCRC32C: z.string().optional(),
        ChecksumCRC64NVME: z.string().optional(),
        ChecksumSHA1: z.string().optional(),
        ChecksumSHA256: z.string().optional(),
      }),
    )
    .min(1)
    .max(10_000),
});
type Listed = z.output<typeof document>['Part'][number];

const checksumListed = (listed: Listed, algorithm: Algorithm) => listed[`Checksum${algorithm}`];

function invalidPart({ PartNumber, ETag }: Listed): S3Error {
  return new S3Error(
    'InvalidPart',
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { PartNumber: String(PartNumber), ETag },
  );
}

function partFor({ draft }: Upload, listed: Listed, parts: ReadonlyMap<number, Part>): Part {
  const part = parts.get(listed.PartNumber);
  if (!part || part.etag !== listed.ETag.trim().replaceAll('"', '')) throw invalidPart(listed);
  const { checksum } = part;
  const claimed = checksum && checksumListed(listed, checksum.algorithm);
  if (claimed !== undefined && claimed !== checksum?.value) throw invalidPart(listed);
  if (draft.algorithm && draft.checksumType === 'COMPOSITE' && claimed === undefined) {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using a ${draft.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${listed.PartNumber} in the request.`,
    );
  }
  return part;
}

/** The parts the request lists, in its order, each as it was uploaded. */
function chosenParts(store: Store, upload: Upload, listed: readonly Listed[]): Part[] {
  const parts = new Map(partsOf(store, upload.id).map((part) => [part.number, part]));
  if (listed.some(({ PartNumber }, index) => index > 0 && PartNumber <= (listed[index - 1]?.PartNumber ?? 0))) {
    throw new S3Error(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  }
  const chosen = listed.map((one) => partFor(upload, one, parts));
  const small = chosen.slice(0, -1).find(({ size }) => size < MIN_PART_BYTES);
  if (small) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
      ProposedSize: String(small.size),
      MinSizeAllowed: String(MIN_PART_BYTES),
      PartNumber: String(small.number),
      ETag: small.etag,
    });
  }
  return chosen;
}

/** The checksum of the checksums, or of all the bytes, as the upload was begun. */
async function checksumOf(store: Store, { draft }: Upload, parts: readonly Part[]): Promise<Checksum> {
  const algorithm = draft.algorithm ?? 'CRC64NVME';
  const hasher = hasherOf(algorithm);
  if (draft.checksumType === 'COMPOSITE') {
    for (const { checksum } of parts) hasher.update(Buffer.from(checksum?.value ?? '', 'base64'));
    return { algorithm, value: `${hasher.digest().toString('base64')}-${parts.length}`, type: 'COMPOSITE' };
  }
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  for await (const piece of store.blobs.read(parts, 0, size - 1)) hasher.update(piece);
  return { algorithm, value: hasher.digest().toString('base64'), type: 'FULL_OBJECT' };
}

function assertClaims({ headers }: Call, checksum: Checksum, size: number): void {
  const claimed = headers[checksumHeader(checksum.algorithm)];
  if (claimed !== undefined && claimed !== checksum.value && `${claimed}-` !== checksum.value.replace(/\d+$/, '')) {
    throw badDigest(checksum.algorithm);
  }
  const claimedSize = headers['x-amz-mp-object-size'];
  if (claimedSize !== undefined && Number(claimedSize) !== size) {
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${claimedSize} does not match what was computed: ${size}`,
    );
  }
}

/** The headers of this request speak of the whole object, not of the XML that lists its parts. */
function aboutTheDocument(call: Call): Call {
  const headers = Object.fromEntries(
    Object.entries(call.headers).filter(([name]) => !name.startsWith('x-amz-checksum-')),
  );
  return { ...call, headers };
}

/** Makes one object of the parts: their files become its segments, so that nothing is copied. */
export async function completeMultipartUpload(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, key } = call;
  access.demand('s3:PutObject', bucket, key);
  const upload = findUpload(store, bucket.name, key, call.query.get('uploadId'));
  const listed = readXml(await receiveText(aboutTheDocument(call)), 'CompleteMultipartUpload', document).Part;
  const parts = chosenParts(store, upload, listed);
  assertWritable(call, store);
  const checksum = await checksumOf(store, upload, parts);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  assertClaims(call, checksum, size);
  const { headers, tags, storageClass, lock } = upload.draft;
  const digests = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
  const draft: Draft = {
    headers,
    tags,
    storageClass,
    lock,
    size,
    etag: `${createHash('md5').update(digests).digest('hex')}-${parts.length}`,
    segments: parts.map(({ blob, size }) => ({ blob, size })),
    parts: parts.length,
    checksum,
  };
  const version = saveObject(call, store, draft, 'CompleteMultipartUpload', (change) => {
    // Reading the parts took a while: they may have been replaced or aborted since.
    findUpload(store, bucket.name, key, upload.id);
    const still = chosenParts(store, upload, listed);
    const replaced = listed.find((_, index) => still[index]?.blob !== parts[index]?.blob);
    if (replaced) throw invalidPart(replaced);
    forgetUpload(store, change, upload.id, new Set(parts.map(({ blob }) => blob)));
  });
  return {
    status: 200,
    headers: { 'x-amz-version-id': shownVersion(bucket, version), 'x-amz-server-side-encryption': 'AES256' },
    body: xmlDocument('CompleteMultipartUploadResult', {
      Bucket: bucket.name,
      Key: key,
      ETag: quoted(version.etag),
      [checksumElement(checksum.algorithm)]: checksum.value,
      ChecksumType: checksum.type,
    }),
  };
}
