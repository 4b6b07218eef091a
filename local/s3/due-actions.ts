import type { Millis } from '../contracts.ts';
import { STORAGE_CLASSES, type LifecycleRule, type StorageClass } from './lifecycle-rules.ts';
import type { Version } from './versions.ts';

/** Something a lifecycle rule does to one version, and when (award time, a midnight UTC). */
export interface DueAction {
  readonly at: Millis;
  readonly version: Version;
  /** expire: the current version gives way to a marker (or goes, without versions); remove: the version goes. */
  readonly does: 'expire' | 'remove' | { readonly moveTo: StorageClass };
}

const DAY: Millis = 86_400_000;
/** S3 adds the days and rounds up to the next midnight UTC. */
export const midnightAfter = (start: Millis, days: number): Millis => Math.ceil((start + days * DAY) / DAY) * DAY;

/** Since 2024 S3 leaves smaller objects where they are, unless the rule itself speaks of sizes. */
const LEAST_TO_MOVE = 128 * 1024;

function covers(rule: LifecycleRule, version: Version): boolean {
  const { Prefix, TagFilters, ObjectSizeGreaterThan: above, ObjectSizeLessThan: below } = rule;
  return (
    version.key.startsWith(Prefix) &&
    TagFilters.every(({ Key, Value }) => version.tags[Key] === Value) &&
    (above === undefined || version.size > above) &&
    (below === undefined || version.size < below)
  );
}

const coldness = (storageClass: string) => STORAGE_CLASSES.findIndex((one) => one === storageClass);

function moves(rule: LifecycleRule, version: Version, newer: number): DueAction[] {
  const sized = rule.ObjectSizeGreaterThan !== undefined || rule.ObjectSizeLessThan !== undefined;
  if (version.size < LEAST_TO_MOVE && !sized) return [];
  const planned = version.latest
    ? rule.Transitions.map(({ StorageClass, TransitionInDays, TransitionDate }) => ({
        moveTo: StorageClass,
        at: TransitionDate ?? midnightAfter(version.modified, TransitionInDays ?? 0),
      }))
    : rule.NoncurrentVersionTransitions.filter(({ NewerNoncurrentVersions }) => newer >= NewerNoncurrentVersions).map(
        ({ StorageClass, TransitionInDays }) => ({
          moveTo: StorageClass,
          at: midnightAfter(version.noncurrentSince ?? version.modified, TransitionInDays),
        }),
      );
  return planned
    .filter(({ moveTo }) => coldness(moveTo) > coldness(version.storageClass))
    .map(({ moveTo, at }) => ({ at, version, does: { moveTo } }));
}

function ends(rule: LifecycleRule, version: Version, newer: number, alone: boolean): DueAction[] {
  const aged = rule.ExpirationInDays === undefined ? undefined : midnightAfter(version.modified, rule.ExpirationInDays);
  const actions: DueAction[] = [];
  const add = (at: Millis | undefined, does: DueAction['does']) =>
    at !== undefined && actions.push({ at, version, does });
  if (version.latest && version.marker) {
    if (!alone) return [];
    if (rule.ExpiredObjectDeleteMarker) add(midnightAfter(version.modified, 0), 'remove');
    add(aged, 'remove');
    add(rule.ExpirationDate, 'remove');
  } else if (version.latest) {
    add(aged, 'expire');
    add(rule.ExpirationDate, 'expire');
  } else {
    const expiration = rule.NoncurrentVersionExpiration;
    const since = version.noncurrentSince ?? version.modified;
    if (expiration && newer >= expiration.NewerNoncurrentVersions)
      add(midnightAfter(since, expiration.NoncurrentDays), 'remove');
    if (rule.NoncurrentVersionExpirationInDays !== undefined)
      add(midnightAfter(since, rule.NoncurrentVersionExpirationInDays), 'remove');
  }
  return actions;
}

/** When a lock ends; a version under legal hold is never removed, one under retention at the midnight after it. */
function unlocked({ at, version, does }: DueAction): DueAction | undefined {
  const replacesBytes = does === 'remove' || (does === 'expire' && version.versionId === 'null');
  if (!replacesBytes) return { at, version, does };
  if (version.lock.hold) return undefined;
  const until = version.lock.retention?.until ?? 0;
  return { at: Math.max(at, midnightAfter(until, 0)), version, does };
}

/** Everything the rules will do to one key's versions (newest first), if nothing else happens to them. */
export function dueActions(rules: readonly LifecycleRule[], versions: readonly Version[]): DueAction[] {
  return versions.flatMap((version, index) => {
    const newer = versions.slice(0, index).filter((one) => !one.latest).length;
    return rules
      .filter((rule) => rule.Status === 'Enabled' && covers(rule, version))
      .flatMap((rule) => [...moves(rule, version, newer), ...ends(rule, version, newer, versions.length === 1)])
      .map(unlocked)
      .filter((action) => action !== undefined);
  });
}
