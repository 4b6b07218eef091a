import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Box, Question } from '#domain/vote/round';
import { choices } from '#domain/vote/round';

/** How ballot boxes are sealed: with what the tables do not know. */
export interface BoxKey {
  readonly secret: string;
  readonly randomBytes: (length: number) => Buffer;
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
const keyOf = (secret: string, salt: Buffer, name: string) => Buffer.from(hkdfSync('sha256', secret, salt, name, 32));

/** The numbers in the order of the questions: every box of a ballot is equally long, whatever is in it. */
const packed = (box: Box, questions: readonly Question[]): Buffer => {
  const numbers = questions.flatMap(({ key }) => choices.map((choice) => box[key]?.[choice] ?? 0));
  return Buffer.from(Uint16Array.from(numbers).buffer);
};

const unpacked = (bytes: Buffer, questions: readonly Question[]): Box => {
  const number = (i: number) => bytes.readUInt16LE(2 * i);
  return Object.fromEntries(
    questions.map(({ key }, i) => [key, { yes: number(3 * i), no: number(3 * i + 1), abstain: number(3 * i + 2) }]),
  );
};

/** Seals the numbers of a box anew: two sealings of the same box have nothing in common. `name` is the ballot's. */
export function seal(box: Box, questions: readonly Question[], salt: Buffer, name: string, key: BoxKey): Buffer {
  const nonce = key.randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, keyOf(key.secret, salt, name), nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([sealing.update(packed(box, questions)), sealing.final()]);
  return Buffer.concat([nonce, body, sealing.getAuthTag()]);
}

/** Opens a sealed box; throws when it is not the one of this ballot, or was touched. */
export function unseal(sealed: Buffer, questions: readonly Question[], salt: Buffer, name: string, key: BoxKey): Box {
  const opening = createDecipheriv(cipher, keyOf(key.secret, salt, name), sealed.subarray(0, nonceLength));
  opening.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-tagLength));
  const body = sealed.subarray(nonceLength, -tagLength);
  return unpacked(Buffer.concat([opening.update(body), opening.final()]), questions);
}
