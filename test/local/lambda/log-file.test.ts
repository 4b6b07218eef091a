import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLog } from '#local/lambda/log-file';

it('a log begins anew above 10 MB and keeps the one before', () => {
  const dir = mkdtempSync(join(tmpdir(), 'log-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'deep', 'f.log');
  openLog(path).write('x'.repeat(10 * 1024 * 1024 + 1));
  // Another process finds how long it is already.
  const log = openLog(path);
  log.write('new\n');
  expect(readFileSync(path, 'utf8')).toBe('new\n');
  expect(statSync(`${path}.1`).size).toBe(10 * 1024 * 1024 + 1);
});
