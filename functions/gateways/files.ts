import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Arrival } from '#domain/document/upload';
import { directoryOf, entryNames, zipTail } from '#domain/document/zip-entries';

/** Where files lie and how those handed in are locked. */
export interface FilesConfig {
  readonly staging: string | undefined;
  readonly records: string | undefined;
  readonly lockMode: 'GOVERNANCE' | 'COMPLIANCE';
}

/** A file that was declared. */
interface Declared {
  readonly stagingKey: string;
  readonly size: number;
  readonly format: string;
  readonly sha256: string;
  readonly kept?: { readonly key: string; readonly versionId?: string | undefined } | undefined;
}

const tenMinutes = 600;
const longestDirectory = 4 * 1024 * 1024;
const base64Of = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const hexOf = (base64: string | undefined) => base64 && Buffer.from(base64, 'base64').toString('hex');
const signed = ['content-length', 'content-type', 'if-none-match', 'x-amz-checksum-sha256'];

/** A lock until a date, and for what is permanent (decisions, disposal records) a hold that nobody lifts. */
type Duration = 'forever' | undefined;
const lock = (mode: FilesConfig['lockMode'], until: string, duration: Duration) => ({
  ObjectLockMode: mode,
  ObjectLockRetainUntilDate: new Date(until),
  ...(duration === 'forever' && { ObjectLockLegalHoldStatus: 'ON' as const }),
});

const needed = (bucket: string | undefined, name: string): string => {
  if (!bucket) throw new Error(`this function was not given the ${name} bucket`);
  return bucket;
};

/** The names in a ZIP, by two reads at most; one whose directory is longer than any document's is not looked into. */
async function zipEntries(size: number, read: (from: number, until: number) => Promise<Uint8Array>): Promise<string[]> {
  const directory = directoryOf(await read(Math.max(0, size - zipTail), size));
  if (!directory || directory.size === 0 || directory.size > longestDirectory) return [];
  const until = directory.offset + directory.size;
  return until > size ? [] : entryNames(await read(directory.offset, until));
}

/** Files in S3: straight from and to the browser by presigned URL; copied into the locked records on submission. */
export const files = (s3: S3Client, config: FilesConfig) => ({
  /**
   * A URL to upload exactly the declared file: length, type, hash and "only once" are signed headers (none is hoisted
   * into the query, where S3 would not enforce it). Good for ten minutes.
   */
  async uploadUrl(file: Declared) {
    const checksum = base64Of(file.sha256);
    const url = await getSignedUrl(
      s3,
      new PutObjectCommand({
        Bucket: needed(config.staging, 'staging'),
        Key: file.stagingKey,
        ContentLength: file.size,
        ContentType: file.format,
        ChecksumSHA256: checksum,
        IfNoneMatch: '*',
      }),
      { expiresIn: tenMinutes, unhoistableHeaders: new Set(signed), signableHeaders: new Set(['host', ...signed]) },
    );
    const headers = { 'content-type': file.format, 'x-amz-checksum-sha256': checksum, 'if-none-match': '*' };
    return { url, headers, expiresInSeconds: tenMinutes };
  },
  /** A URL to download a file, always as an attachment: what is uploaded never runs in the portal. */
  downloadUrl: (at: { bucket: 'staging' | 'records'; key: string; versionId?: string | undefined }, name: string) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket: needed(config[at.bucket], at.bucket),
        Key: at.key,
        VersionId: at.versionId,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      }),
      { expiresIn: tenMinutes },
    ),
  /** What arrived in staging. */
  async arrived(key: string): Promise<Arrival> {
    const Bucket = needed(config.staging, 'staging');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: key, ChecksumMode: 'ENABLED' }));
    const size = head.ContentLength ?? 0;
    const read = async (from: number, until: number) => {
      const part = await s3.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=${from}-${until - 1}` }));
      return (await part.Body?.transformToByteArray()) ?? new Uint8Array();
    };
    const firstBytes = await read(0, 16);
    const isZip = firstBytes[0] === 0x50 && firstBytes[1] === 0x4b;
    return { size, sha256: hexOf(head.ChecksumSHA256), firstBytes, entries: isZip ? await zipEntries(size, read) : [] };
  },
  /**
   * Copies a file into the records, locked until the date; a copy that is there already is left as it is. Answers
   * `missing` when the file is no longer in staging (uploads that are not handed in go after 90 days).
   */
  async keep(
    file: Declared,
    recordsKey: string,
    until: string,
    duration?: Duration,
  ): Promise<{ versionId?: string } | 'missing'> {
    const Bucket = needed(config.records, 'records');
    const present = await s3.send(new HeadObjectCommand({ Bucket, Key: recordsKey })).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    if (present) return { ...(present.VersionId && { versionId: present.VersionId }) };
    const { key, versionId } = file.kept ?? { key: undefined };
    const source = key
      ? `${Bucket}/${encodeURIComponent(key)}${versionId ? `?versionId=${versionId}` : ''}`
      : `${needed(config.staging, 'staging')}/${encodeURIComponent(file.stagingKey)}`;
    const copy = new CopyObjectCommand({
      Bucket,
      Key: recordsKey,
      CopySource: source,
      ChecksumAlgorithm: 'SHA256',
      ...lock(config.lockMode, until, duration),
    });
    const copied = await s3.send(copy).catch((error: unknown) => {
      if (error instanceof NoSuchKey || (error instanceof Error && error.name === 'NoSuchKey')) return undefined;
      throw error;
    });
    return copied ? { ...(copied.VersionId && { versionId: copied.VersionId }) } : 'missing';
  },
  /** Writes a text of the records (a manifest), locked like the files beside it. */
  async keepText(recordsKey: string, text: string, until: string, duration?: Duration): Promise<void> {
    await s3.send(
      new PutObjectCommand({
        Bucket: needed(config.records, 'records'),
        Key: recordsKey,
        Body: text,
        ContentType: 'application/json',
        ChecksumAlgorithm: 'SHA256',
        ...lock(config.lockMode, until, duration),
      }),
    );
  },
  /** Puts a paper that the system wrote into the records, locked like what was handed in. */
  async keepPaper(
    recordsKey: string,
    paper: { readonly bytes: Uint8Array; readonly format: string },
    until: string,
  ): Promise<string | undefined> {
    const kept = await s3.send(
      new PutObjectCommand({
        Bucket: needed(config.records, 'records'),
        Key: recordsKey,
        Body: paper.bytes,
        ContentType: paper.format,
        ChecksumAlgorithm: 'SHA256',
        ...lock(config.lockMode, until, undefined),
      }),
    );
    return kept.VersionId;
  },
});
