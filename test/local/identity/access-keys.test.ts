import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keptKeys } from '#local/identity/access-keys';

const dir = mkdtempSync(join(tmpdir(), 'access-keys-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('the access keys of a data directory', () => {
  const keys = keptKeys(join(dir, 'seed'));

  it('are the same after a restart, so that a signed URL outlives it', () => {
    expect(keptKeys(join(dir, 'seed'))('function documents')).toEqual(keys('function documents'));
  });

  it('differ from name to name and from directory to directory', () => {
    const others = [keys('machine documents'), keptKeys(join(dir, 'other'))('function documents')];
    for (const other of others) {
      expect(other.accessKeyId).not.toBe(keys('function documents').accessKeyId);
      expect(other.secretAccessKey).not.toBe(keys('function documents').secretAccessKey);
    }
  });

  it('have the form of AWS’s', () => {
    expect(keys('function documents')).toEqual({
      accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/) as string,
      secretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/) as string,
    });
  });
});
