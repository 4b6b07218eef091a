import { randomBytes } from 'node:crypto';
import type { Millis } from '../contracts.ts';
import type { Segment } from './blobs.ts';
import type { Bucket } from './buckets.ts';
import type { Checksum } from './checksums.ts';
import type { Row } from './database.ts';
import type { Lock } from './locking.ts';
import type { Change, Store } from './store.ts';

/** What an object is made of, before it has a place in its key's history. */
export interface Draft {
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly segments: readonly Segment[];
  /** Content-Type and the like, and x-amz-meta-…, as they are given back. */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
  readonly tags: Readonly<Record<string, string>>;
  /** Number of parts of a multipart upload. */
  readonly parts?: number;
  readonly storageClass: string;
  readonly lock: Lock;
}

/** One version of an object, or a delete marker. Its times are the award's. */
export interface Version extends Draft {
  readonly seq: number;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly latest: boolean;
  readonly marker: boolean;
  readonly modified: Millis;
  readonly noncurrentSince?: Millis;
}

const optional = (value: Row[string] | undefined) =>
  value === null || value === undefined ? undefined : Number(value);
const parsed = (value: Row[string] | undefined): never => JSON.parse(String(value)) as never;

export function versionOfRow(row: Row): Version {
  return {
    seq: Number(row['seq']),
    bucket: String(row['bucket']),
    key: String(row['key']),
    versionId: String(row['version_id']),
    latest: row['latest'] === 1,
    marker: row['marker'] === 1,
    size: Number(row['size']),
    etag: String(row['etag']),
    segments: parsed(row['segments']),
    headers: parsed(row['headers']),
    checksum: row['checksum'] === null ? undefined : parsed(row['checksum']),
    tags: parsed(row['tags']),
    parts: optional(row['parts']),
    storageClass: String(row['storage_class']),
    modified: Number(row['modified']),
    noncurrentSince: optional(row['noncurrent_since']),
    lock: {
      ...(row['lock_mode'] !== null && {
        retention: { mode: row['lock_mode'] as 'GOVERNANCE' | 'COMPLIANCE', until: Number(row['lock_until']) },
      }),
      hold: row['legal_hold'] === 1,
    },
  };
}

export function latestVersion(store: Store, bucket: string, key: string): Version | undefined {
  const row = store.db.get('SELECT * FROM version WHERE bucket = ? AND key = ? AND latest = 1', bucket, key);
  return row && versionOfRow(row);
}

export function versionById(store: Store, bucket: string, key: string, versionId: string): Version | undefined {
  const row = store.db.get(
    'SELECT * FROM version WHERE bucket = ? AND key = ? AND version_id = ?',
    bucket,
    key,
    versionId,
  );
  return row && versionOfRow(row);
}

function insert(store: Store, bucket: Bucket, key: string, versionId: string, marker: boolean, draft: Draft): Version {
  const now = store.clock.now();
  store.db.run(
    'UPDATE version SET latest = 0, noncurrent_since = ? WHERE bucket = ? AND key = ? AND latest = 1',
    now,
    bucket.name,
    key,
  );
  const { retention, hold } = draft.lock;
  const seq = store.db.run(
    `INSERT INTO version (bucket, key, version_id, latest, marker, size, etag, segments, headers, checksum, tags, parts,
       storage_class, modified, lock_mode, lock_until, legal_hold) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    bucket.name,
    key,
    versionId,
    marker ? 1 : 0,
    draft.size,
    draft.etag,
    JSON.stringify(draft.segments),
    JSON.stringify(draft.headers),
    draft.checksum ? JSON.stringify(draft.checksum) : null,
    JSON.stringify(draft.tags),
    draft.parts ?? null,
    draft.storageClass,
    now,
    retention?.mode ?? null,
    retention?.until ?? null,
    hold ? 1 : 0,
  );
  return { ...draft, seq, bucket: bucket.name, key, versionId, latest: true, marker, modified: now };
}

/** In a bucket that keeps no versions (any more) the new one takes the place of the version called `null`. */
function nextVersionId(store: Store, change: Change, bucket: Bucket, key: string): string {
  if (bucket.versioning === 'Enabled') return randomBytes(24).toString('base64url');
  const replaced = versionById(store, bucket.name, key, 'null');
  if (replaced) removeVersion(store, change, replaced);
  return 'null';
}

/** Makes `draft` the latest version of its key. Inside a change. */
export function addVersion(store: Store, change: Change, bucket: Bucket, key: string, draft: Draft): Version {
  return insert(store, bucket, key, nextVersionId(store, change, bucket, key), false, draft);
}

const NOTHING: Draft = {
  size: 0,
  etag: '',
  segments: [],
  headers: {},
  tags: {},
  storageClass: 'STANDARD',
  lock: { hold: false },
};

/** Makes a delete marker the latest version of the key. Inside a change. */
export function addMarker(store: Store, change: Change, bucket: Bucket, key: string): Version {
  return insert(store, bucket, key, nextVersionId(store, change, bucket, key), true, NOTHING);
}

/** Removes a version for good; the one before it becomes the latest. Inside a change. */
export function removeVersion(store: Store, change: Change, version: Version): void {
  store.db.run('DELETE FROM version WHERE seq = ?', version.seq);
  change.discard(version.segments);
  if (!version.latest) return;
  store.db.run(
    `UPDATE version SET latest = 1, noncurrent_since = NULL
       WHERE seq = (SELECT max(seq) FROM version WHERE bucket = ? AND key = ?)`,
    version.bucket,
    version.key,
  );
}
