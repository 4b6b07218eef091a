import type { Millis } from '../contracts.ts';
import type { Buckets, Versioning } from './buckets.ts';
import { protectionOf, type Protection } from './locking.ts';
import type { Store } from './store.ts';
import { versionOfRow } from './versions.ts';

/** What the status page shows of a bucket. */
export interface BucketStats {
  readonly name: string;
  readonly versioning: Versioning;
  readonly objectLock: boolean;
  /** Objects as a listing counts them: without older versions and deleted ones. */
  readonly objects: number;
  readonly versions: number;
  /** Of all versions. */
  readonly bytes: number;
  readonly openUploads: number;
  readonly latest: readonly {
    readonly key: string;
    readonly size: number;
    readonly modified: Millis;
    readonly storageClass: string;
    readonly protection?: Protection;
  }[];
}

const LATEST = 10;

export function statsOf(store: Store, buckets: Buckets): BucketStats[] {
  return buckets.all().map(({ name, versioning, objectLock }) => {
    const sums = store.db.get(
      `SELECT count(*) AS versions, coalesce(sum(size), 0) AS bytes, coalesce(sum(latest AND NOT marker), 0) AS objects,
         (SELECT count(*) FROM upload WHERE bucket = ?1) AS uploads FROM version WHERE bucket = ?1`,
      name,
    );
    const rows = store.db.all(
      'SELECT * FROM version WHERE bucket = ? AND latest = 1 AND marker = 0 ORDER BY seq DESC LIMIT ?',
      name,
      LATEST,
    );
    return {
      name,
      versioning,
      objectLock,
      objects: Number(sums?.['objects']),
      versions: Number(sums?.['versions']),
      bytes: Number(sums?.['bytes']),
      openUploads: Number(sums?.['uploads']),
      latest: rows.map(versionOfRow).map(({ key, size, modified, storageClass, lock }) => ({
        key,
        size,
        modified,
        storageClass,
        protection: protectionOf(lock, store.clock.now()),
      })),
    };
  });
}
