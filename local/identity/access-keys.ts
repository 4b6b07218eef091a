import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a principal signs with. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A key id in AWS's form; AKIA, since the keys of the local cloud carry no session token. */
const keyId = (bytes: Buffer): string =>
  `AKIA${Array.from(bytes.subarray(0, 16), (byte) => alphabet[byte % alphabet.length]).join('')}`;

export function newAccessKeyId(): string {
  return keyId(randomBytes(16));
}

export function newSecretAccessKey(): string {
  return randomBytes(30).toString('base64');
}

/**
 * The access key of each name, the same after every restart: what was signed before it (a URL to upload to, in the
 * hands of a browser) is good after it, as on AWS. `file` holds the one secret that all keys come from.
 */
export function keptKeys(file: string): (name: string) => AccessKey {
  const seed = seedIn(file);
  const derived = (purpose: string, name: string) => createHmac('sha256', seed).update(`${purpose} ${name}`).digest();
  return (name) => ({
    accessKeyId: keyId(derived('id', name)),
    secretAccessKey: derived('secret', name).subarray(0, 30).toString('base64'),
  });
}

function seedIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const seed = randomBytes(32).toString('hex');
  // By renaming, so that a kill in the middle leaves no half of it.
  writeFileSync(`${file}.new`, seed, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return seed;
}
