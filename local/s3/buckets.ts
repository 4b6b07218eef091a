import * as z from 'zod';
import { corsRule, type CorsRule } from './cors.ts';
import { S3Error } from './errors.ts';
import { lifecycleRule, type LifecycleRule } from './lifecycle-rules.ts';
import { LOCK_MODES, type LockMode } from './locking.ts';
import { compilePolicy, policyStatement, type Policy } from './policy.ts';
import type { Store } from './store.ts';

const defaultRetention = z.strictObject({
  mode: z.enum(LOCK_MODES),
  days: z.int().positive().optional(),
  years: z.int().positive().optional(),
});

const bucketConfig = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  versioning: z.boolean(),
  objectLock: z.union([z.boolean(), defaultRetention]).default(false),
  cors: z.array(corsRule).default([]),
  lifecycle: z.array(lifecycleRule).default([]),
  bucketPolicy: z.array(policyStatement).default([]),
});

/**
 * A bucket as the template describes it. `lifecycle` has the property names of CloudFormation's rules; `objectLock`
 * may carry the bucket's default retention; `bucketPolicy` is the list of statements.
 */
export type BucketConfig = z.input<typeof bucketConfig>;

export type Versioning = 'Unversioned' | 'Enabled' | 'Suspended';

export interface Bucket {
  readonly name: string;
  readonly versioning: Versioning;
  readonly objectLock: boolean;
  readonly defaultRetention?: { readonly mode: LockMode; readonly days: number };
  readonly cors: readonly CorsRule[];
  readonly lifecycle: readonly LifecycleRule[];
  readonly policy: Policy;
}

function bucketOf(config: z.output<typeof bucketConfig>, versioning: Versioning): Bucket {
  const lock = typeof config.objectLock === 'object' ? config.objectLock : undefined;
  return {
    name: config.name,
    versioning,
    objectLock: config.objectLock !== false,
    ...(lock && { defaultRetention: { mode: lock.mode, days: (lock.days ?? 0) + (lock.years ?? 0) * 365 } }),
    cors: config.cors,
    lifecycle: config.lifecycle,
    policy: compilePolicy(config.name, config.bucketPolicy),
  };
}

/** The buckets there are. They come from the template alone: no request creates, changes or deletes one. */
export class Buckets {
  readonly #store: Store;
  readonly #buckets = new Map<string, Bucket>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.db.all('SELECT * FROM bucket')) {
      const config = bucketConfig.parse(JSON.parse(String(row['config'])));
      this.#buckets.set(config.name, bucketOf(config, row['versioning'] as Versioning));
    }
  }

  /** Creates the bucket or takes over its new configuration; refuses, by name, what it could not enforce. */
  ensure(input: BucketConfig): void {
    const checked = bucketConfig.safeParse(input);
    if (!checked.success)
      throw new Error(`Bucket ${input.name} cannot be kept locally: ${z.prettifyError(checked.error)}`);
    const config = checked.data;
    const before = this.#buckets.get(config.name);
    if (before?.objectLock && !config.objectLock)
      throw new Error(`Bucket ${config.name}: Object Lock cannot be switched off once it is on.`);
    const wanted = config.versioning || config.objectLock !== false;
    const off: Versioning = before && before.versioning !== 'Unversioned' ? 'Suspended' : 'Unversioned';
    const bucket = bucketOf(config, wanted ? 'Enabled' : off);
    this.#store.db.run(
      `INSERT INTO bucket (name, config, versioning, created) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET config = excluded.config, versioning = excluded.versioning`,
      config.name,
      JSON.stringify(input),
      bucket.versioning,
      this.#store.clock.now(),
    );
    this.#buckets.set(config.name, bucket);
  }

  find(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket) return bucket;
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: name });
  }

  all(): Bucket[] {
    return [...this.#buckets.values()];
  }
}
