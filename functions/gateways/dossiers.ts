import { createHash } from 'node:crypto';
import { PassThrough, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { ZipFile } from 'yazl';

/** A part of a dossier: a text made for it, or a file of the records. */
export interface Piece {
  readonly path: string;
  readonly text?: string;
  readonly kept?: { readonly key: string; readonly versionId?: string | undefined };
  readonly documentId?: string;
}

/** A part as it went into the ZIP. */
export interface Packed {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly documentId?: string;
}

const megabyte = 1024 * 1024;
const mode = 0o100644;

/** Lets everything through, and knows afterwards how much it was and its SHA-256. */
function meter() {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const measured = new Promise<{ size: number; sha256: string }>((resolve) => {
    stream.on('end', () => resolve({ size, sha256: hash.digest('hex') }));
  });
  return { stream, measured };
}

/** Dossiers in S3: read from the records and written into staging as they are read, so that their size has no limit. */
export const dossiers = (
  s3: S3Client,
  { staging, records }: { readonly staging: string | undefined; readonly records: string | undefined },
) => ({
  /**
   * Packs the parts into a ZIP at `key`, one after the other, and after them the manifest that is made of what they
   * were. Never more than a few parts of the upload are in memory.
   */
  async pack(key: string, pieces: AsyncIterable<Piece>, manifestOf: (packed: readonly Packed[]) => string, at: Date) {
    const zip = new ZipFile();
    const whole = meter();
    const failed = new Promise<never>((_, reject) => {
      zip.on('error', reject);
      whole.stream.on('error', reject);
    });
    const body = (zip.outputStream as Readable).pipe(whole.stream).pipe(new PassThrough());
    const upload = new Upload({
      client: s3,
      params: { Bucket: staging ?? '', Key: key, Body: body, ContentType: 'application/zip' },
      partSize: 8 * megabyte,
      queueSize: 2,
    });
    const packed: Packed[] = [];
    const open = async ({ text, kept }: Piece): Promise<Readable | Buffer> => {
      if (!kept) return Buffer.from(text ?? '');
      const command = new GetObjectCommand({ Bucket: records ?? '', Key: kept.key, VersionId: kept.versionId });
      return (await s3.send(command)).Body as Readable;
    };
    const add = async (piece: Piece) => {
      const { stream, measured } = meter();
      const source = await open(piece);
      if (Buffer.isBuffer(source)) stream.end(source);
      else source.on('error', (error) => stream.destroy(error)).pipe(stream);
      // What is handed in is compressed already (PDF, pictures); texts are not.
      zip.addReadStream(stream, piece.path, { compress: !piece.kept, mtime: at, mode });
      packed.push({ path: piece.path, documentId: piece.documentId, ...(await measured) });
    };
    const fill = async () => {
      for await (const piece of pieces) await add(piece);
      const manifest = manifestOf(packed);
      zip.addBuffer(Buffer.from(manifest), 'manifest.json', { mtime: at, mode });
      zip.end();
      return createHash('sha256').update(manifest).digest('hex');
    };
    try {
      const [manifestSha256, { size, sha256 }] = await Promise.race([
        Promise.all([fill(), whole.measured, upload.done()]),
        failed,
      ]);
      return { manifestSha256, size, sha256, entries: packed.length + 1 };
    } catch (error) {
      await upload.abort();
      throw error;
    }
  },
  /** The text of a small file of the records. */
  async textOf(key: string): Promise<string> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: records ?? '', Key: key }));
    return (await Body?.transformToString()) ?? '';
  },
});
