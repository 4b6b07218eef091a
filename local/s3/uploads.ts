import type { Millis } from '../contracts.ts';
import type { Algorithm, Checksum, ChecksumType } from './checksums.ts';
import { S3Error } from './errors.ts';
import type { Row } from './database.ts';
import type { Change, Store } from './store.ts';
import type { Intent } from './write-object.ts';

/** What a multipart upload was begun with; an upload begun without an algorithm gets S3's own at its end. */
export interface UploadDraft extends Intent {
  readonly algorithm?: Algorithm;
  readonly checksumType: ChecksumType;
}

export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiated: Millis;
  readonly draft: UploadDraft;
}

export interface Part {
  readonly number: number;
  readonly blob: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum: Pick<Checksum, 'algorithm' | 'value'> | undefined;
  readonly modified: Millis;
}

const uploadOfRow = (row: Row): Upload => ({
  id: String(row['id']),
  bucket: String(row['bucket']),
  key: String(row['key']),
  initiated: Number(row['initiated']),
  draft: JSON.parse(String(row['draft'])) as UploadDraft,
});

export function findUpload(store: Store, bucket: string, key: string, id: string | undefined): Upload {
  const row = store.db.get('SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?', id ?? '', bucket, key);
  if (row) return uploadOfRow(row);
  throw new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: id ?? '' },
  );
}

export function uploadsOf(store: Store, bucket: string): Upload[] {
  return store.db.all('SELECT * FROM upload WHERE bucket = ?', bucket).map(uploadOfRow);
}

export function partsOf(store: Store, upload: string): Part[] {
  return store.db.all('SELECT * FROM part WHERE upload = ? ORDER BY number', upload).map((row) => ({
    number: Number(row['number']),
    blob: String(row['blob']),
    size: Number(row['size']),
    etag: String(row['etag']),
    checksum: row['checksum'] === null ? undefined : (JSON.parse(String(row['checksum'])) as Part['checksum']),
    modified: Number(row['modified']),
  }));
}

/** Forgets an upload; the bytes of its parts go, but those that an object has taken over. Inside a change. */
export function forgetUpload(store: Store, change: Change, id: string, taken: ReadonlySet<string>): void {
  change.discard(partsOf(store, id).filter(({ blob }) => !taken.has(blob)));
  store.db.run('DELETE FROM part WHERE upload = ?', id);
  store.db.run('DELETE FROM upload WHERE id = ?', id);
}

export function abortUpload(store: Store, change: Change, id: string): void {
  forgetUpload(store, change, id, new Set());
}
