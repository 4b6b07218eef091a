import { createHash, createHmac } from 'node:crypto';
import { REGION, type LocalS3 } from './local-s3.ts';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export interface Seed {
  readonly signature: string;
  readonly date: string;
  readonly scope: string;
  readonly key: Buffer;
}

interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly body: string | ((seed: Seed) => Buffer);
  /** Sent instead of what was signed. */
  readonly sentBody?: string;
  readonly headers?: Record<string, string>;
  readonly changed?: Record<string, string>;
  readonly unsigned?: Record<string, string>;
  /** x-amz-content-sha256; an empty text leaves it out. */
  readonly payload?: string;
}

/** Signs a request by hand, so that a test can send what no SDK would. */
export async function signed(local: LocalS3, wanted: Wanted): Promise<Response> {
  const { method, path, body, headers = {} } = wanted;
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${date.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const payload = wanted.payload ?? sha256(typeof body === 'string' ? body : '');
  const own: Record<string, string> = {
    host: new URL(local.url).host,
    'x-amz-date': date,
    ...(payload && { 'x-amz-content-sha256': payload }),
    ...headers,
  };
  const names = Object.keys(own).sort();
  const canonical = [
    method,
    path,
    '',
    ...names.map((name) => `${name}:${own[name]}`),
    '',
    names.join(';'),
    payload,
  ].join('\n');
  const key = hmac(hmac(hmac(hmac('AWS4secret of OFFICER', date.slice(0, 8)), REGION), 's3'), 'aws4_request');
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=OFFICER/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const { host: _, ...sent }: Record<string, string> = { ...own, ...wanted.changed, ...wanted.unsigned, authorization };
  const bytes =
    wanted.sentBody ?? (typeof body === 'string' ? body : new Uint8Array(body({ signature, date, scope, key })));
  return fetch(`${local.url}${path}`, { method, headers: sent, body: bytes });
}

const EMPTY = sha256('');

/** Frames a body as signed chunks, with or without a trailer. */
export function signedChunks(
  { signature, date, scope, key }: Seed,
  pieces: readonly string[],
  trailer?: string,
): Buffer {
  let previous = signature;
  const sign = (kind: string, ...hashes: string[]) =>
    (previous = hmac(key, [`AWS4-HMAC-SHA256-${kind}`, date, scope, previous, ...hashes].join('\n')).toString('hex'));
  const chunks = [...pieces, ''].map(
    (piece) =>
      `${Buffer.byteLength(piece).toString(16)};chunk-signature=${sign('PAYLOAD', EMPTY, sha256(piece))}\r\n${piece}${piece ? '\r\n' : ''}`,
  );
  const end = trailer
    ? `${trailer}\r\nx-amz-trailer-signature:${sign('TRAILER', sha256(`${trailer}\n`))}\r\n\r\n`
    : '\r\n';
  return Buffer.from(chunks.join('') + end);
}
