import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown when another process uses the data directory. */
export class DataInUse extends Error {
  constructor(dir: string) {
    super(
      `数据目录 ${dir} 正被另一个本地云使用。请先停止它,或用 --data 另选目录\n` +
        `Another local cloud uses ${dir}. Stop it, or choose another directory with --data`,
    );
    this.name = 'DataInUse';
  }
}

/**
 * Claims a data directory for this process. The lock is the operating system's, held through SQLite: it goes with the
 * process, however that ends.
 */
export function claimData(dir: string): { release(): void } {
  mkdirSync(dir, { recursive: true });
  const lock = new DatabaseSync(join(dir, 'in-use.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch {
    lock.close();
    throw new DataInUse(dir);
  }
  return { release: () => lock.close() };
}
