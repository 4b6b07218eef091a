import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import {
  assertChecksumShape,
  badDigest,
  claimedChecksum,
  checksumHeader,
  hasherOf,
  type Algorithm,
} from './checksums.ts';
import { decodeChunks } from './chunked.ts';
import { S3Error } from './errors.ts';

export const MAX_PUT_BYTES = 5 * 1024 ** 3;

/** A body that was received whole and agrees with everything its sender said about it. */
export interface Received {
  readonly size: number;
  readonly md5: Buffer;
  readonly checksum: { readonly algorithm: Algorithm; readonly value: Buffer } | undefined;
}

/** The length of the body proper, which the sender must say before the first byte. */
function announcedSize({ headers, signature }: Call): number {
  const framed = signature?.payload.startsWith('STREAMING-');
  const length = framed ? headers['x-amz-decoded-content-length'] : headers['content-length'];
  if (length === undefined) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  const size = Number(length);
  if (!Number.isSafeInteger(size) || size < 0) throw new S3Error('InvalidArgument', 'Content-Length is not a number');
  return size;
}

function announcedMd5(headers: Call['headers']): string | undefined {
  const md5 = headers['content-md5'];
  if (md5 !== undefined && Buffer.from(md5, 'base64').length !== 16) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  return md5;
}

function assertPayloadHash(call: Call, computed: string): void {
  const payload = call.signature?.payload ?? '';
  if (!/^[0-9a-f]{64}$/.test(payload) || payload === computed) return;
  throw new S3Error(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    {
      ClientComputedContentSHA256: payload,
      S3ComputedContentSHA256: computed,
    },
  );
}

function decodedBody(call: Call, trailers: Map<string, string>): AsyncIterable<Buffer> {
  // A refusal in the middle must not tear the connection: the client is owed an answer.
  const raw = call.message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  if (!call.signature?.payload.startsWith('STREAMING-')) return raw;
  return decodeChunks(raw, call.signature, call.headers['x-amz-trailer'], trailers);
}

/**
 * Hands the body to `write` piece by piece and verifies, at its end, length, payload hash, Content-MD5 and checksum.
 * Without a checksum from the sender it computes `fallback`.
 */
export async function receive(
  call: Call,
  write: (piece: Buffer) => Promise<void> | void,
  fallback?: Algorithm,
  maxBytes: number = MAX_PUT_BYTES,
): Promise<Received> {
  const size = announcedSize(call);
  if (size > maxBytes) {
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: String(size),
      MaxSizeAllowed: String(maxBytes),
    });
  }
  const md5Claim = announcedMd5(call.headers);
  const claim = claimedChecksum(call.headers);
  const algorithm = claim?.algorithm ?? fallback;
  const hasher = algorithm && hasherOf(algorithm);
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  const trailers = new Map<string, string>();
  let read = 0;
  for await (const piece of decodedBody(call, trailers)) {
    read += piece.length;
    if (read > size) break;
    md5.update(piece);
    hasher?.update(piece);
    if (call.signature?.payload.length === 64) sha256.update(piece);
    await write(piece);
  }
  if (read !== size) {
    throw new S3Error(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header.',
    );
  }
  assertPayloadHash(call, sha256.digest('hex'));
  const md5Bytes = md5.digest();
  if (md5Claim !== undefined && md5Claim !== md5Bytes.toString('base64')) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const value = hasher?.digest();
  if (claim && value) {
    const claimed =
      claim.value ?? assertChecksumShape(claim.algorithm, trailers.get(checksumHeader(claim.algorithm)) ?? '');
    if (claimed !== value.toString('base64')) throw badDigest(claim.algorithm);
  }
  return { size: read, md5: md5Bytes, checksum: algorithm && value && { algorithm, value } };
}

const MAX_DOCUMENT_BYTES = 8 * 1024 ** 2;

/** Receives a small body (an XML document) as text. */
export async function receiveText(call: Call): Promise<string> {
  const pieces: Buffer[] = [];
  await receive(call, (piece) => void pieces.push(piece), undefined, MAX_DOCUMENT_BYTES);
  return Buffer.concat(pieces).toString('utf8');
}
