import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const formatMillis = jsonata('$fromMillis($at, $picture, $timezone)');

/** Step Functions refuses ranges longer than this. */
const longestRange = 1_000;

const additions = {
  partition(list: unknown[] | undefined, size: number): unknown[][] | undefined {
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) throw new Error('$partition expects an array');
    if (!Number.isInteger(size) || size < 1) throw new Error('$partition expects a chunk size of at least 1');
    return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      list.slice(index * size, (index + 1) * size),
    );
  },
  range(from: number, to: number, step: number = 1): number[] {
    if (![from, to, step].every(Number.isInteger) || step === 0) throw new Error('$range expects whole numbers');
    const length = Math.max(0, Math.floor((to - from) / step) + 1);
    if (length > longestRange) throw new Error(`$range gives at most ${longestRange} numbers`);
    return Array.from({ length }, (_, index) => from + index * step);
  },
  hash(text: string | undefined, algorithm: string): string | undefined {
    if (text === undefined) return undefined;
    const name = algorithms[algorithm];
    if (name === undefined) throw new Error(`$hash knows ${Object.keys(algorithms).join(', ')}, not ${algorithm}`);
    return createHash(name).update(text, 'utf8').digest('hex');
  },
  uuid: (): string => randomUUID(),
  parse(text: string | undefined): unknown {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  },
  random: (seed?: number): number => (seed === undefined ? Math.random() : seededRandom(seed)),
  eval(): never {
    throw new Error('Step Functions does not support $eval');
  },
};

/** What Step Functions adds to JSONata, and the two functions that must read the award's clock. */
export function stepFunctionsAdditions(now: number): Record<string, unknown> {
  return {
    ...additions,
    millis: () => now,
    now: (picture?: string, timezone?: string): unknown =>
      picture === undefined && timezone === undefined
        ? new Date(now).toISOString()
        : formatMillis.evaluate(undefined, { at: now, picture, timezone }),
  };
}

/** The same seed gives the same number (mulberry32). */
function seededRandom(seed: number): number {
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
