import type { Millis, TimedSource } from '../contracts.ts';
import type { Bucket, Buckets } from './buckets.ts';
import { dueActions, midnightAfter, type DueAction } from './due-actions.ts';
import { eventOf } from './events.ts';
import { abortUpload, uploadsOf } from './uploads.ts';
import type { Change, Store } from './store.ts';
import { addMarker, removeVersion, versionOfRow, type Version } from './versions.ts';

const DAY: Millis = 86_400_000;
const CAUSE = { requestId: 'LIFECYCLE', requester: 's3.amazonaws.com' };
const removes = ({ does }: DueAction) => does === 'remove' || does === 'expire';

/**
 * Plays the buckets' lifecycle rules every midnight UTC of the award's clock. While nothing is written it knows the
 * next midnight at which a rule will act and asks for no other, so that a jump over years is not a thousand runs.
 */
export class Lifecycle implements TimedSource {
  readonly name = 's3-lifecycle';
  readonly #store: Store;
  readonly #buckets: Buckets;
  #foreseen: { readonly changes: number; readonly next: Millis | undefined } | undefined;

  constructor(store: Store, buckets: Buckets) {
    this.#store = store;
    this.#buckets = buckets;
    // Counted from the first start, whatever the clock says when somebody asks.
    const today = Math.floor(store.clock.now() / DAY) * DAY;
    store.db.run(`INSERT INTO setting (name, value) VALUES ('lifecycle ran', ?) ON CONFLICT DO NOTHING`, String(today));
  }

  nextDue(): Millis | undefined {
    const rules = this.#buckets.all().some(({ lifecycle }) => lifecycle.some(({ Status }) => Status === 'Enabled'));
    if (!rules) return undefined;
    const changes = this.#store.db.changes();
    if (this.#foreseen?.changes === changes) return this.#foreseen.next;
    if (!this.#foreseen) {
      const ran = this.#store.db.get(`SELECT value FROM setting WHERE name = 'lifecycle ran'`);
      this.#foreseen = { changes, next: Number(ran?.['value']) + DAY };
    } else {
      // Fixed when the change is noticed: a midnight counted from each question's own time would never come.
      const midnight = midnightAfter(this.#store.clock.now() + 1, 0);
      this.#foreseen = { changes, next: Math.min(this.#foreseen.next ?? Infinity, midnight) };
    }
    return this.#foreseen.next;
  }

  async runDue(now: Millis): Promise<void> {
    const midnight = Math.floor(Math.max(now, this.#store.clock.now()) / DAY) * DAY;
    const later = this.#buckets.all().flatMap((bucket) => this.#runBucket(bucket, midnight));
    this.#store.db.run(`UPDATE setting SET value = ? WHERE name = 'lifecycle ran'`, String(midnight));
    const next = later.length ? Math.max(Math.min(...later), midnight + DAY) : undefined;
    this.#foreseen = { changes: this.#store.db.changes(), next };
  }

  /** Does what is due in one bucket and returns the times of what is not yet. */
  #runBucket(bucket: Bucket, midnight: Millis): Millis[] {
    const later: Millis[] = [];
    for (const versions of this.#histories(bucket)) {
      const planned = dueActions(bucket.lifecycle, versions);
      const due = planned.filter(({ at }) => at <= midnight);
      const acted = versions.map((version) => this.#strongest(due.filter((one) => one.version === version)));
      for (const action of acted) if (action) this.#apply(bucket, action);
      later.push(...planned.filter(({ at }) => at > midnight).map(({ at }) => at));
      // What changed is looked at again at the next midnight: a marker may now stand alone, a version be noncurrent.
      if (acted.some((action) => action && removes(action))) later.push(midnight + DAY);
    }
    return [...later, ...this.#abortUploads(bucket, midnight)];
  }

  #strongest(due: readonly DueAction[]): DueAction | undefined {
    return due.find(removes) ?? due.toSorted((a, b) => b.at - a.at)[0];
  }

  *#histories(bucket: Bucket): Generator<Version[]> {
    if (!bucket.lifecycle.length) return;
    const rows = this.#store.db.all('SELECT * FROM version WHERE bucket = ? ORDER BY key, seq DESC', bucket.name);
    yield* Map.groupBy(rows.map(versionOfRow), ({ key }) => key).values();
  }

  #apply(bucket: Bucket, { does, version }: DueAction): void {
    this.#store.change((change) => {
      if (typeof does === 'object') {
        this.#store.db.run('UPDATE version SET storage_class = ? WHERE seq = ?', does.moveTo, version.seq);
      } else if (does === 'expire' && bucket.versioning !== 'Unversioned') {
        this.#tell(change, addMarker(this.#store, change, bucket, version.key), true);
      } else {
        removeVersion(this.#store, change, version);
        this.#tell(change, version, false);
      }
    });
  }

  #tell(change: Change, { bucket, key, versionId, seq }: Version, marked: boolean): void {
    change.emit(
      eventOf(
        {
          type: 'Object Deleted',
          reason: 'Lifecycle Expiration',
          deletion: marked ? 'Delete Marker Created' : 'Permanently Deleted',
          at: this.#store.clock.now(),
          bucket,
          key,
          ...(versionId !== 'null' && { versionId }),
          sequence: seq,
        },
        CAUSE,
        this.#store.place,
      ),
    );
  }

  #abortUploads(bucket: Bucket, midnight: Millis): Millis[] {
    const later: Millis[] = [];
    for (const { id, key, initiated } of uploadsOf(this.#store, bucket.name)) {
      const times = bucket.lifecycle
        .filter((rule) => rule.Status === 'Enabled' && key.startsWith(rule.Prefix))
        .flatMap((rule) => rule.AbortIncompleteMultipartUpload ?? [])
        .map(({ DaysAfterInitiation }) => midnightAfter(initiated, DaysAfterInitiation));
      if (!times.length) continue;
      const at = Math.min(...times);
      if (at > midnight) later.push(at);
      else this.#store.change((change) => abortUpload(this.#store, change, id));
    }
    return later;
  }
}
