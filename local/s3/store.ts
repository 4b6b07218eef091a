import type { AwardClock } from '../contracts.ts';
import { Blobs, type Segment } from './blobs.ts';
import type { Row } from './database.ts';
import { Database } from './database.ts';
import type { Place, S3Event } from './events.ts';
import { Outbox, type Deliver } from './outbox.ts';

/** What one change does beside its rows: events that go out with it, bytes that nobody needs after it. */
export interface Change {
  emit(event: S3Event): void;
  discard(segments: readonly Segment[]): void;
}

/** Rows, bytes and outgoing events, kept in step: the rows decide, bytes come before them and go after them. */
export class Store {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: AwardClock;
  readonly place: Place;
  readonly outbox: Outbox;

  constructor(dir: string, clock: AwardClock, place: Place, deliver: Deliver) {
    this.db = new Database(dir);
    this.blobs = new Blobs(dir);
    this.clock = clock;
    this.place = place;
    this.outbox = new Outbox(this.db, deliver);
    this.blobs.sweep(this.#knownBlobs());
  }

  change<T>(work: (change: Change) => T): T {
    const discarded: string[] = [];
    const result = this.db.transaction(() =>
      work({
        emit: (event) => this.outbox.add(event),
        discard: (segments) => discarded.push(...segments.map(({ blob }) => blob)),
      }),
    );
    this.blobs.remove(discarded);
    this.outbox.deliverSoon();
    return result;
  }

  #knownBlobs(): Set<string> {
    const segments = (row: Row) => (JSON.parse(String(row['segments'])) as Segment[]).map(({ blob }) => blob);
    return new Set([
      ...this.db.all('SELECT segments FROM version').flatMap(segments),
      ...this.db.all('SELECT blob FROM part').map((row) => String(row['blob'])),
    ]);
  }

  close(): void {
    this.outbox.close();
    this.db.close();
  }
}
