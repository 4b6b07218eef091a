import { StateError } from './state-error.ts';

/** Step Functions' limit on input, output, arguments, results and each variable, in UTF-8 bytes. */
export const payloadLimit = 262_144;

/** The size of a value as JSON in UTF-8. */
export function sizeOf(value: unknown): number {
  return bytesIn(JSON.stringify(value));
}

/** The size of a text in UTF-8. */
export function bytesIn(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Throws States.DataLimitExceeded when the value is too large to travel between states. */
export function requireFits(value: unknown, what: string): void {
  if (sizeOf(value) > payloadLimit) {
    throw new StateError('States.DataLimitExceeded', `${what} is larger than ${payloadLimit} bytes`);
  }
}
