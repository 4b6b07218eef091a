import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Incoming } from './call.ts';
import { S3Error } from './errors.ts';

/** Percent-decodes, or refuses what cannot be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function pairsOf(search: string): [string, string][] {
  return search
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decoded(name.replaceAll('+', ' ')), decoded(value.replaceAll('+', ' '))];
    });
}

/** Node reads header bytes as Latin-1; what S3 clients write there is UTF-8. */
const utf8 = (value: string) => Buffer.from(value, 'latin1').toString('utf8');

const MAX_KEY_BYTES = 1024;

/** Takes a path-style request apart: `/bucket/key?query`. */
export function readIncoming(message: IncomingMessage): Incoming {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const pairs = mark < 0 ? [] : pairsOf(url.slice(mark + 1));
  const slash = path.indexOf('/', 1);
  const key = slash < 0 ? '' : decoded(path.slice(slash + 1));
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error('KeyTooLongError', 'Your key is too long', { MaxSizeAllowed: String(MAX_KEY_BYTES) });
  }
  return {
    requestId: randomBytes(8).toString('hex').toUpperCase(),
    method: message.method ?? 'GET',
    path,
    pairs,
    query: new Map(pairs),
    headers: Object.fromEntries(
      Object.entries(message.headersDistinct).map(([name, values]) => [name, utf8((values ?? []).join(','))]),
    ),
    bucketName: decoded(slash < 0 ? path.slice(1) : path.slice(1, slash)),
    key,
    message,
  };
}
