import type { Buckets, Versioning } from './buckets.ts';
import { pageOf, type Cursor } from './listing.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

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
}

export function statsOf(store: Store, buckets: Buckets): BucketStats[] {
  return buckets.all().map(({ name, versioning, objectLock }) => {
    const sums = store.db.get(
      `SELECT count(*) AS versions, coalesce(sum(size), 0) AS bytes, coalesce(sum(latest AND NOT marker), 0) AS objects,
         (SELECT count(*) FROM upload WHERE bucket = ?1) AS uploads FROM version WHERE bucket = ?1`,
      name,
    );
    return {
      name,
      versioning,
      objectLock,
      objects: Number(sums?.['objects']),
      versions: Number(sums?.['versions']),
      bytes: Number(sums?.['bytes']),
      openUploads: Number(sums?.['uploads']),
    };
  });
}

/** One version as the status page shows it. */
export type ShownVersion = Pick<
  Version,
  'key' | 'versionId' | 'latest' | 'marker' | 'size' | 'modified' | 'storageClass' | 'headers' | 'lock'
>;

/** A page of a bucket's versions, and where the next one begins. */
export interface VersionsPage {
  readonly versions: readonly ShownVersion[];
  readonly next?: Cursor;
}

/** All versions below a prefix, by key and newest first; undefined when there is no such bucket. */
export function versionsOf(
  { store, buckets }: { store: Store; buckets: Buckets },
  bucket: string,
  { prefix = '', after = { key: '', seq: 0 }, limit }: { prefix?: string; after?: Cursor; limit: number },
): VersionsPage | undefined {
  if (!buckets.find(bucket)) return undefined;
  const page = pageOf(store, bucket, { prefix, after, most: limit, delimiter: '', history: true });
  return { versions: page.versions, ...(page.truncated && { next: page.next }) };
}
