import { createHash } from 'node:crypto';
import { S3Error } from './errors.ts';
import { hmac, sameText, sha256Hex, type Signature } from './signature.ts';

const MAX_LINE = 16 * 1024;

const incomplete = () => new S3Error('IncompleteBody', 'The request body terminated unexpectedly');

/** Reads lines and counted bytes out of a stream without ever holding more than one piece of it. */
class Pieces {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = this.#held.length ? Buffer.concat([this.#held, next.value]) : next.value;
    return true;
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + 2);
        return line;
      }
      if (this.#held.length > MAX_LINE || !(await this.#more())) throw incomplete();
    }
  }

  async *take(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (!this.#held.length && !(await this.#more())) throw incomplete();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async end(): Promise<void> {
    while (await this.#more()) if (this.#held.length) throw incomplete();
  }
}

const mismatch = () =>
  new S3Error('SignatureDoesNotMatch', 'The chunk signature we calculated does not match the signature you provided.');

/** The chain of chunk signatures: each covers the one before it, the first the request's own. */
class SignatureChain {
  readonly #seed: Signature;
  #previous: string;

  constructor(seed: Signature) {
    this.#seed = seed;
    this.#previous = seed.value;
  }

  assert(kind: 'PAYLOAD' | 'TRAILER', hashes: readonly string[], claimed: string | undefined): void {
    const { date, scope, signingKey } = this.#seed;
    const text = [`AWS4-HMAC-SHA256-${kind}`, date, scope, this.#previous, ...hashes].join('\n');
    this.#previous = hmac(signingKey, text).toString('hex');
    if (!sameText(this.#previous, claimed ?? '')) throw mismatch();
  }
}

async function readTrailers(pieces: Pieces, announced: string | undefined): Promise<[string, string][]> {
  const trailers: [string, string][] = [];
  for (let line = await pieces.line(); line; line = await pieces.line()) {
    const colon = line.indexOf(':');
    if (colon < 0)
      throw new S3Error('MalformedTrailerError', 'The request contained trailing data that was not well-formed');
    trailers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  const names = trailers.map(([name]) => name).filter((name) => name !== 'x-amz-trailer-signature');
  if (names.join(',') !== (announced?.toLowerCase() ?? '')) {
    throw new S3Error(
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );
  }
  return trailers;
}

const EMPTY = sha256Hex('');

/**
 * Decodes a body in `aws-chunked` framing as it arrives. The bytes of a signed chunk are passed on before its
 * signature is known (a chunk may be large): the receiver keeps nothing until the whole has ended well.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  signature: Signature,
  announced: string | undefined,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const pieces = new Pieces(source);
  const chain = signature.payload.startsWith('STREAMING-AWS4') ? new SignatureChain(signature) : undefined;
  for (let size = -1; size !== 0;) {
    const [length = '', ...extensions] = (await pieces.line()).split(';');
    if (!/^[0-9a-fA-F]{1,12}$/.test(length)) throw incomplete();
    size = parseInt(length, 16);
    const hash = createHash('sha256');
    for await (const piece of pieces.take(size)) {
      if (chain) hash.update(piece);
      yield piece;
    }
    const claimed = extensions.find((one) => one.startsWith('chunk-signature='))?.slice('chunk-signature='.length);
    chain?.assert('PAYLOAD', [EMPTY, hash.digest('hex')], claimed);
    if (size && (await pieces.line()) !== '') throw incomplete();
  }
  if (!signature.payload.endsWith('-TRAILER')) {
    await pieces.line();
    return pieces.end();
  }
  const read = await readTrailers(pieces, announced);
  for (const [name, value] of read) trailers.set(name, value);
  const signed = read
    .filter(([name]) => name !== 'x-amz-trailer-signature')
    .map(([name, value]) => `${name}:${value}\n`);
  chain?.assert('TRAILER', [sha256Hex(signed.join(''))], trailers.get('x-amz-trailer-signature'));
  await pieces.end();
}
