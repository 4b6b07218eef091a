import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc.ts';
import { S3Error } from './errors.ts';

export const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** A checksum as an object keeps it; `value` is base64, a composite one ends in `-<parts>`. */
export interface Checksum {
  readonly algorithm: Algorithm;
  readonly value: string;
  readonly type: ChecksumType;
}

export interface Hasher {
  update(data: Uint8Array): unknown;
  digest(): Buffer;
}

const LENGTHS: Record<Algorithm, number> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

function zlibCrc32(): Hasher {
  let crc = 0;
  return {
    update: (data) => (crc = crc32(data, crc)),
    digest: () => {
      const buffer = Buffer.alloc(4);
      buffer.writeUInt32BE(crc);
      return buffer;
    },
  };
}

export function hasherOf(algorithm: Algorithm): Hasher {
  switch (algorithm) {
    case 'CRC32':
      return zlibCrc32();
    case 'CRC32C':
      return crc32c();
    case 'CRC64NVME':
      return crc64nvme();
    case 'SHA1':
      return createHash('sha1');
    case 'SHA256':
      return createHash('sha256');
  }
}

export const checksumHeader = (algorithm: Algorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;
export const checksumElement = (algorithm: Algorithm) => `Checksum${algorithm}`;

/** The algorithm a header names (`x-amz-checksum-algorithm`, `x-amz-sdk-checksum-algorithm`), or undefined. */
export function algorithmNamed(name: string | undefined): Algorithm | undefined {
  if (name === undefined) return undefined;
  const found = ALGORITHMS.find((algorithm) => algorithm === name.toUpperCase());
  if (!found) {
    throw new S3Error(
      'InvalidRequest',
      `Checksum algorithm provided is unsupported. Please try again with any of the valid types: [${ALGORITHMS.join(', ')}]`,
    );
  }
  return found;
}

export interface ClaimedChecksum {
  readonly algorithm: Algorithm;
  /** base64; undefined while it is still to come in a trailer. */
  readonly value: string | undefined;
}

export function assertChecksumShape(algorithm: Algorithm, value: string): string {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== LENGTHS[algorithm] || bytes.toString('base64') !== value) {
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
  return value;
}

/** What the sender says the body's checksum is, by header or by announcing a trailer. */
export function claimedChecksum(headers: Readonly<Record<string, string>>): ClaimedChecksum | undefined {
  const given = ALGORITHMS.filter((algorithm) => headers[checksumHeader(algorithm)] !== undefined);
  const announced = ALGORITHMS.filter(
    (algorithm) => headers['x-amz-trailer']?.toLowerCase() === checksumHeader(algorithm),
  );
  if (headers['x-amz-trailer'] !== undefined && !announced.length) {
    throw new S3Error('InvalidRequest', 'The value specified in the x-amz-trailer header is not supported');
  }
  const [algorithm, second] = [...given, ...announced];
  if (second) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const named = algorithmNamed(headers['x-amz-sdk-checksum-algorithm']);
  if (!algorithm) {
    if (!named) return undefined;
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  if (named && named !== algorithm) {
    throw new S3Error('InvalidRequest', 'Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  const value = headers[checksumHeader(algorithm)];
  return { algorithm, value: value === undefined ? undefined : assertChecksumShape(algorithm, value) };
}

export function badDigest(algorithm: Algorithm): S3Error {
  return new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
}
