import { randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A key id in AWS's form; AKIA, since the keys of the local cloud carry no session token. */
export function newAccessKeyId(): string {
  return `AKIA${Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join('')}`;
}

export function newSecretAccessKey(): string {
  return randomBytes(30).toString('base64');
}
