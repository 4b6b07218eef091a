import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { PlatformMessage } from '#domain/platform-push/message';
import type { Platform, Receipt } from '#domain/platform-push/push';
import { receipt } from '#domain/platform-push/push';
import type { Instant } from '#domain/record';
import { errors } from '#functions/names';

/** Where a platform is, and the secret that both sides sign with. */
export interface PlatformConfig {
  readonly url: string | undefined;
  readonly key: string | undefined;
}

/** One message under the key by which the platform knows a repeat. */
export interface Parcel {
  readonly platform: Platform;
  readonly idempotencyKey: string;
  readonly message: PlatformMessage;
  readonly now: Instant;
}

/** How a push failed, by a name that the machine's Retry knows; the text says nothing of the message. */
export class PlatformError extends Error {
  constructor(name: string, why: string) {
    super(why);
    this.name = name;
  }
}

/** The step has a minute; a platform that does not answer in 10 s is asked again later. */
const tenSeconds = 10_000;
const longestAnswer = 20_000;

/** The signature of what is sent and of what is answered: HMAC-SHA256 over its parts, a line each, in hex. */
export const signatureOf = (key: string, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(parts.join('\n')).digest('hex');

/** Whether a signature is the one expected, compared in constant time. */
export function isSigned(given: string | null | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const answer = receipt.extend({ idempotencyKey: z.string() });

/** The receipt in an answer. Throws PlatformUntrusted when it is not signed by the platform, or not for this message. */
function receiptIn(text: string, signature: string | null, key: string, { idempotencyKey }: Parcel): Receipt {
  if (!isSigned(signature, signatureOf(key, idempotencyKey, text)))
    throw new PlatformError(errors.platformUntrusted, 'the answer is not signed by the platform');
  const read = answer.safeParse(parsed(text));
  if (!read.success || read.data.idempotencyKey !== idempotencyKey)
    throw new PlatformError(errors.platformUntrusted, 'the answer is no receipt of this message');
  return receipt.parse(read.data);
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a status means: too busy or broken is tried again later, anything else that is no success needs a person. */
const refuseUnlessTaken = (status: number): void => {
  if (status === 200 || status === 201) return;
  if (status >= 500 || status === 429 || status === 408)
    throw new PlatformError(errors.platformUnavailable, `answered ${status}`);
  throw new PlatformError(errors.platformRefused, `answered ${status}`);
};

/** The city's two platforms, over HTTP. `patience`: milliseconds until an answer. */
export const platforms = (config: Readonly<Record<Platform, PlatformConfig>>, patience = tenSeconds) => ({
  /**
   * Sends a message and answers with the platform's receipt; the same message twice gets the same one. Throws
   * PlatformError: PlatformNotConfigured, PlatformUnavailable, PlatformRefused, PlatformUntrusted.
   */
  async send(parcel: Parcel): Promise<Receipt> {
    const { url, key } = config[parcel.platform];
    if (!url || !key) throw new PlatformError(errors.platformNotConfigured, parcel.platform);
    const body = JSON.stringify(parcel.message);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': parcel.idempotencyKey,
      'x-award-timestamp': parcel.now,
      'x-award-signature': signatureOf(key, parcel.now, parcel.idempotencyKey, body),
    };
    const request = {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    } as const;
    const answered = await fetch(url, request)
      .then(async (response) => ({ response, text: (await response.text()).slice(0, longestAnswer) }))
      .catch((error: unknown) => {
        throw new PlatformError(errors.platformUnavailable, error instanceof Error ? error.name : 'no answer');
      });
    refuseUnlessTaken(answered.response.status);
    return receiptIn(answered.text, answered.response.headers.get('x-platform-signature'), key, parcel);
  },
});
