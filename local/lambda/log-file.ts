import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const limit = 10 * 1024 * 1024;

/** A log that keeps at most two files of 10 MB: the current one and the one before (`.1`). */
export interface LogFile {
  write(text: string | Uint8Array): void;
}

/** Opens the log at `path`, appending to what is there. */
export function openLog(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    write(text) {
      if (size > limit) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, text);
      size += text.length;
    },
  };
}
