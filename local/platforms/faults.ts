import { createHash } from 'node:crypto';

/** What a platform does now and then instead of answering properly. */
export const faults = [
  'unavailable',
  'busy',
  'hangUp',
  /** Takes the message, and its answer is lost on the way. */
  'lostAnswer',
  /** Does not answer at all. */
  'silent',
  /** Somebody else answers. */
  'forged',
  'garbled',
  'refused',
] as const;
export type Fault = (typeof faults)[number];

/** By the first byte of its hash a message meets none of these, or one of them at its first try. */
const usual: readonly (Fault | undefined)[] = [undefined, 'unavailable', 'lostAnswer', 'busy'];

/**
 * The fault that a message meets at its so-manieth try: what was planned first, then by chance, the same chance for the
 * same seed and message at every start.
 */
export function createFaults(seed: string) {
  const planned = new Map<string, Fault[]>();
  return {
    /** The next tries at this platform meet these, in order; `none` is a try without a fault. */
    plan(platform: string, next: readonly (Fault | 'none')[]): void {
      planned.set(platform, [...(planned.get(platform) ?? []), ...next] as Fault[]);
    },
    meet(platform: string, idempotencyKey: string, tryNumber: number): Fault | undefined {
      const next = planned.get(platform)?.shift() as Fault | 'none' | undefined;
      if (next) return next === 'none' ? undefined : next;
      if (tryNumber > 1) return undefined;
      const byte = createHash('sha256').update(`${seed}#${platform}#${idempotencyKey}`).digest()[0] ?? 0;
      return usual[byte % usual.length];
    },
  };
}
