import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError, type Authority, type Millis } from '../contracts.ts';
import { Access } from './access.ts';
import type { Buckets } from './buckets.ts';
import type { Answer, Incoming } from './call.ts';
import { corsHeaders, preflight } from './cors.ts';
import { S3Error } from './errors.ts';
import { readIncoming } from './incoming.ts';
import { assertKnownHeaders, headersWithHoisted } from './known-headers.ts';
import { operationOf } from './operations.ts';
import { verifySignature } from './signature.ts';
import type { Store } from './store.ts';
import { xmlDocument } from './xml.ts';

export interface ServerParts {
  readonly store: Store;
  readonly buckets: Buckets;
  readonly authority: Authority;
  /** The machine's clock, for signatures. */
  readonly machineNow: () => Millis;
}

function secretOf(authority: Authority, accessKeyId: string): string {
  try {
    return authority.principal(accessKeyId).secretAccessKey;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', {
      AWSAccessKeyId: accessKeyId,
    });
  }
}

/** Who, what, where, and only then the work. */
async function answer(incoming: Incoming, { store, buckets, authority, machineNow }: ServerParts): Promise<Answer> {
  if (incoming.method === 'OPTIONS') return preflight(buckets.get(incoming.bucketName).cors, incoming);
  const operation = operationOf(incoming);
  const now = machineNow();
  const signature = verifySignature(incoming, {
    region: store.place.region,
    now,
    secretOf: (id) => secretOf(authority, id),
  });
  const headers = headersWithHoisted(incoming);
  assertKnownHeaders(headers, store.place.account);
  const bucket = buckets.get(incoming.bucketName);
  const access = new Access({ ...incoming, headers }, signature, { authority, partition: store.place.partition, now });
  return operation.run({ ...incoming, headers, operation: operation.name, bucket, signature, access }, store, buckets);
}

function refused(error: unknown, { path }: { path: string }, requestId: string): Answer {
  const known =
    error instanceof S3Error
      ? error
      : new S3Error('InternalError', 'We encountered an internal error. Please try again.');
  if (known !== error) console.error('s3', error);
  if (known.status === 304) return { status: 304, headers: known.headers };
  const { code, message, details, status, headers } = known;
  const Resource = decodeURIComponent(path);
  return {
    status,
    headers,
    body: xmlDocument(
      'Error',
      { Code: code, Message: message, ...details, Resource, RequestId: requestId, HostId: 'local' },
      '',
    ),
  };
}

/** Node takes header text as Latin-1; UTF-8 goes out as the bytes it is. */
const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

async function send(
  message: IncomingMessage,
  response: ServerResponse,
  given: Answer,
  more: Record<string, string>,
): Promise<void> {
  const { status, body } = given;
  response.statusCode = status;
  for (const [name, value] of Object.entries({ ...more, ...given.headers })) {
    if (value !== undefined) response.setHeader(name, typeof value === 'number' ? value : latin1(value));
  }
  // A refusal may come before the body was read: the rest of it is let run out, or the client never sees the answer.
  message.resume();
  if (typeof body === 'string') {
    response.setHeader('content-type', 'application/xml');
    response.setHeader('content-length', Buffer.byteLength(body));
    response.end(message.method === 'HEAD' ? undefined : body);
  } else if (body) {
    await pipeline(Readable.from(body, { objectMode: false }), response);
  } else {
    response.end();
  }
}

export async function serve(message: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  let incoming: Incoming | undefined;
  let given: Answer;
  const requestId = () => incoming?.requestId ?? randomBytes(8).toString('hex').toUpperCase();
  try {
    incoming = readIncoming(message);
    given = await answer(incoming, parts);
  } catch (error) {
    if (message.destroyed && !message.complete) return void response.destroy();
    given = refused(error, { path: incoming?.path ?? '/' }, requestId());
  }
  const cors = incoming ? corsHeaders(parts.buckets.find(incoming.bucketName)?.cors ?? [], incoming) : {};
  try {
    await send(message, response, given, { server: 'AmazonS3', 'x-amz-request-id': requestId(), ...cors });
  } catch {
    // The client went away in the middle, or the bytes could not be read: either way nothing more can be said.
    response.destroy();
  }
}
