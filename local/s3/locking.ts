import type { Millis } from '../contracts.ts';
import type { Bucket } from './buckets.ts';
import { S3Error } from './errors.ts';

export const LOCK_MODES = ['GOVERNANCE', 'COMPLIANCE'] as const;
export type LockMode = (typeof LOCK_MODES)[number];

/** `until` is award time. */
export interface Retention {
  readonly mode: LockMode;
  readonly until: Millis;
}

/** Object Lock on one version: a retention, a legal hold, both or neither. */
export interface Lock {
  readonly retention?: Retention;
  readonly hold: boolean;
}

export type Headers = Readonly<Record<string, string>>;

const DAY: Millis = 86_400_000;

export function assertLockable(bucket: Bucket): void {
  if (!bucket.objectLock) throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
}

export function readRetention(mode: string | undefined, until: string | undefined, now: Millis): Retention {
  const known = LOCK_MODES.find((one) => one === mode);
  if (!known) throw new S3Error('InvalidArgument', 'Unknown wormMode directive.');
  const at = Date.parse(until ?? '');
  if (Number.isNaN(at))
    throw new S3Error('InvalidArgument', 'The retain until date must be provided in ISO 8601 format');
  if (at <= now) throw new S3Error('InvalidArgument', 'The retain until date must be in the future!');
  return { mode: known, until: at };
}

/** True when the request itself asks for a retention or a hold. */
export const asksForRetention = (headers: Headers) =>
  headers['x-amz-object-lock-mode'] !== undefined || headers['x-amz-object-lock-retain-until-date'] !== undefined;
export const asksForHold = (headers: Headers) => headers['x-amz-object-lock-legal-hold'] !== undefined;

/** The lock a new version gets: what its headers ask for, else the bucket's default. */
export function lockOf(headers: Headers, bucket: Bucket, now: Millis): Lock {
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  const hold = headers['x-amz-object-lock-legal-hold'];
  if (asksForRetention(headers) || asksForHold(headers)) assertLockable(bucket);
  if (hold !== undefined && hold !== 'ON' && hold !== 'OFF')
    throw new S3Error('InvalidArgument', 'Legal Hold must be either of ON or OFF.');
  if ((mode === undefined) !== (until === undefined)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  }
  if (mode !== undefined) return { retention: readRetention(mode, until, now), hold: hold === 'ON' };
  const standard = bucket.defaultRetention;
  return {
    ...(standard && { retention: { mode: standard.mode, until: now + standard.days * DAY } }),
    hold: hold === 'ON',
  };
}

export type Protection = 'legal hold' | LockMode;

/** Why a version may not be removed at `now` (award time), or undefined. */
export function protectionOf(lock: Lock, now: Millis): Protection | undefined {
  if (lock.hold) return 'legal hold';
  return lock.retention && lock.retention.until > now ? lock.retention.mode : undefined;
}

const locked = () => new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');

/** Refuses to remove a protected version; governance gives way to those who `mayBypass`. */
export function assertRemovable(lock: Lock, now: Millis, mayBypass: () => boolean): void {
  const protection = protectionOf(lock, now);
  if (!protection || (protection === 'GOVERNANCE' && mayBypass())) return;
  throw locked();
}

/** Retention may be lengthened by anyone with the permission; loosening it needs a bypass, or is impossible. */
export function assertRetentionChange(
  current: Retention | undefined,
  next: Retention | undefined,
  now: Millis,
  mayBypass: () => boolean,
): void {
  if (!current || current.until <= now) return;
  if (next && next.mode === current.mode && next.until >= current.until) return;
  if (current.mode === 'GOVERNANCE' && mayBypass()) return;
  throw locked();
}

export function lockHeaders({ retention, hold }: Lock): Headers {
  return {
    ...(retention && {
      'x-amz-object-lock-mode': retention.mode,
      'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
    }),
    ...(hold && { 'x-amz-object-lock-legal-hold': 'ON' }),
  };
}
