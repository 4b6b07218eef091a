import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A run of bytes in one file. An object uploaded in parts is several, so that completing it copies nothing. */
export interface Segment {
  readonly blob: string;
  readonly size: number;
}

/** The bytes of objects and parts, one file each, written once and never changed. */
export class Blobs {
  readonly #kept: string;
  readonly #arriving: string;

  constructor(dir: string) {
    this.#kept = join(dir, 'blobs');
    this.#arriving = join(dir, 'arriving');
    rmSync(this.#arriving, { recursive: true, force: true });
    mkdirSync(this.#kept, { recursive: true });
    mkdirSync(this.#arriving, { recursive: true });
  }

  /** Gives `fill` a place to write; keeps the file only if `fill` ends well. */
  async write<T>(
    fill: (write: (piece: Uint8Array) => Promise<void>) => Promise<T>,
  ): Promise<{ blob: string; result: T }> {
    const blob = randomUUID();
    const arriving = join(this.#arriving, blob);
    try {
      const file = await open(arriving, 'wx');
      let result: T;
      try {
        result = await fill(async (piece) => {
          for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
        });
      } finally {
        await file.close();
      }
      await rename(arriving, join(this.#kept, blob));
      return { blob, result };
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  /** The bytes from `start` to `end` (inclusive) of the segments in a row. */
  async *read(segments: readonly Segment[], start: number, end: number): AsyncGenerator<Buffer> {
    let offset = 0;
    for (const { blob, size } of segments) {
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, size - 1)];
      if (from <= to)
        yield* createReadStream(join(this.#kept, blob), { start: from, end: to }) as AsyncIterable<Buffer>;
      offset += size;
    }
  }

  remove(blobs: readonly string[]): void {
    for (const blob of blobs) rmSync(join(this.#kept, blob), { force: true });
  }

  /** Removes what a killed process left behind: files that no object and no part knows. */
  sweep(known: ReadonlySet<string>): void {
    this.remove(readdirSync(this.#kept).filter((blob) => !known.has(blob)));
  }
}
