import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Millis } from '../contracts.ts';
import type { Incoming } from './call.ts';
import { S3Error } from './errors.ts';
import { readCredentials, type Credentials } from './credentials.ts';

/** A signature that held, and what is needed to check the chunks that follow it. */
export interface Signature {
  readonly accessKeyId: string;
  readonly place: 'header' | 'query';
  readonly signedAt: Millis;
  readonly date: string;
  readonly scope: string;
  readonly signingKey: Buffer;
  readonly value: string;
  /** `x-amz-content-sha256`: a hash, UNSIGNED-PAYLOAD or one of STREAMING-… */
  readonly payload: string;
}

export interface SignatureRules {
  readonly region: string;
  /** The machine's clock, never the award's. */
  readonly now: Millis;
  /** Throws when the key is unknown. */
  secretOf(accessKeyId: string): string;
}

export const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
export const sha256Hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const ordered = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function canonicalRequest(incoming: Incoming, { signedHeaders, payload }: Credentials): string {
  const query = incoming.pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort((a, b) => ordered(a[0], b[0]) || ordered(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const path = incoming.path
    .split('/')
    .map((segment) => encoded(decodeURIComponent(segment)))
    .join('/');
  const headers = signedHeaders.map((name) => `${name}:${(incoming.headers[name] ?? '').trim().replace(/ +/g, ' ')}`);
  return [incoming.method, path, query, ...headers, '', signedHeaders.join(';'), payload].join('\n');
}

function assertAllSigned(incoming: Incoming, { signedHeaders }: Credentials): void {
  const unsigned = Object.keys(incoming.headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
  if (unsigned.length) {
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      HeadersNotSigned: unsigned.join(', '),
    });
  }
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Verifies a request's SigV4 signature, by header or by query (presigned), on the machine's clock.
 * Undefined for an anonymous request; throws what S3 answers to a wrong one.
 */
export function verifySignature(incoming: Incoming, rules: SignatureRules): Signature | undefined {
  const credentials = readCredentials(incoming, rules);
  if (!credentials) return undefined;
  const { accessKeyId, place, signedAt, date, day, region, payload } = credentials;
  assertAllSigned(incoming, credentials);
  const secret = rules.secretOf(accessKeyId);
  const signingKey = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  const scope = `${day}/${region}/s3/aws4_request`;
  const canonical = canonicalRequest(incoming, credentials);
  const stringToSign = ['AWS4-HMAC-SHA256', date, scope, sha256Hex(canonical)].join('\n');
  const value = hmac(signingKey, stringToSign).toString('hex');
  if (!sameText(value, credentials.signature)) {
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { AWSAccessKeyId: accessKeyId, StringToSign: stringToSign, CanonicalRequest: canonical },
    );
  }
  return { accessKeyId, place, signedAt, date, scope, signingKey, value, payload };
}
