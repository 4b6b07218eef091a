import type { Authority, AwardClock, BusySource, HttpService, Millis, TimedSource } from '../contracts.ts';
import { Buckets, type BucketConfig } from './buckets.ts';
import { Lifecycle } from './lifecycle.ts';
import type { Deliver } from './outbox.ts';
import { serve } from './server.ts';
import type { Cursor } from './listing.ts';
import { statsOf, versionsOf, type BucketStats, type VersionsPage } from './stats.ts';
import { Store } from './store.ts';

export type { BucketConfig } from './buckets.ts';
export { asNotificationRecord, type S3Event } from './events.ts';
export type { BucketStats } from './stats.ts';

export interface S3Settings {
  /** Where the rows (SQLite) and the bytes (files) live. */
  readonly dir: string;
  /** For retention, lifecycle and what versions say of their age. */
  readonly clock: AwardClock;
  readonly region: string;
  readonly partition: string;
  readonly account?: string;
  readonly authority: Authority;
  /** Called at least once for each object that came or went; a rejection is tried again later, also after a restart. */
  readonly onEvent: Deliver;
  /** The machine's clock, for signatures. */
  readonly machineNow?: () => Millis;
}

/** A local S3: path style, on a port of its own. */
export interface S3 extends BusySource {
  readonly handle: HttpService;
  /** Creates a bucket or brings it up to its configuration; throws, naming it, at what could not be enforced. */
  ensureBucket(config: BucketConfig): void;
  readonly lifecycle: TimedSource;
  stats(): BucketStats[];
  /** All versions below a prefix, by key and newest first; undefined when there is no such bucket. */
  versions(bucket: string, page: { prefix?: string; after?: Cursor; limit: number }): VersionsPage | undefined;
  close(): void;
}

export function createS3(settings: S3Settings): S3 {
  const {
    dir,
    clock,
    region,
    partition,
    account = '000000000000',
    authority,
    onEvent,
    machineNow = Date.now,
  } = settings;
  const store = new Store(dir, clock, { region, partition, account }, onEvent);
  const buckets = new Buckets(store);
  store.outbox.deliverSoon();
  return {
    name: 's3',
    handle: (request, response) => void serve(request, response, { store, buckets, authority, machineNow }),
    ensureBucket: (config) => buckets.ensure(config),
    lifecycle: new Lifecycle(store, buckets),
    isBusy: () => store.outbox.isBusy(),
    stats: () => statsOf(store, buckets),
    versions: (bucket, page) => versionsOf({ store, buckets }, bucket, page),
    close: () => store.close(),
  };
}
