import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AwsError } from './contracts.ts';
import type { Authority, HttpService, JsonService } from './contracts.ts';

/** DynamoDB takes requests of 16 MB at most; nothing else here comes near. */
const bodyLimit = 16 * 1024 * 1024;

const namespaces: Record<string, string> = {
  DynamoDB_20120810: 'com.amazonaws.dynamodb.v20120810',
  AWSStepFunctions: 'com.amazonaws.sfn',
};

/** Errors of AWS's common front door carry the front door's namespace, whatever the service. */
const commonNamespaces: Record<string, string> = {
  ValidationException: 'com.amazon.coral.validate',
  AccessDeniedException: 'com.amazon.coral.service',
  InternalFailure: 'com.amazon.coral.service',
  MissingAuthenticationTokenException: 'com.amazon.coral.service',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
  UnrecognizedClientException: 'com.amazon.coral.service',
};

/** A server on its own for services of the JSON protocol; the caller lets it listen. */
export function jsonHttpServer(services: readonly JsonService[], authority: Authority): Server {
  const handler = jsonRequestHandler(services, authority);
  const server = createServer((request, response) => void handler(request, response));
  // Longer than the SDK keeps an idle connection, so that it never writes into one that is being closed.
  server.keepAliveTimeout = 75_000;
  return server;
}

/**
 * Answers AWS's JSON 1.0 and 1.1 protocols: X-Amz-Target names service and operation, the credential in the
 * Authorization header names the caller. Errors leave as `{ __type, message, … }`.
 */
function jsonRequestHandler(services: readonly JsonService[], authority: Authority): HttpService {
  const byPrefix = new Map(services.map((service) => [service.targetPrefix, service]));

  async function answer(request: IncomingMessage): Promise<Record<string, unknown>> {
    const body = await readBody(request);
    const [prefix, operation] = splitTarget(request);
    const service = byPrefix.get(prefix);
    if (service === undefined || operation === '') {
      throw new AwsError('UnknownOperationException', `No local service answers ${prefix}.${operation}`);
    }
    const principal = authority.principal(accessKeyId(request));
    return service.call(operation, parse(body), principal);
  }

  return (request, response) => {
    answer(request).then(
      (result) => send(request, response, 200, result),
      (error: unknown) => sendError(request, response, error),
    );
  };
}

function splitTarget(request: IncomingMessage): [prefix: string, operation: string] {
  const target = String(request.headers['x-amz-target'] ?? '');
  const dot = target.lastIndexOf('.');
  return dot < 0 ? [target, ''] : [target.slice(0, dot), target.slice(dot + 1)];
}

function accessKeyId(request: IncomingMessage): string {
  const found = /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '');
  if (found?.[1] === undefined) {
    throw new AwsError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  return found[1];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What comes after the limit is read to its end, so that the caller gets an answer and not a broken pipe.
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) throw new AwsError('RequestEntityTooLargeException', 'Request body exceeds 16 MB', 413);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AwsError('SerializationException', 'The request is not a JSON object');
  }
  return value as Record<string, unknown>;
}

function sendError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // The caller hung up: a function was killed in the middle of a call.
  if (response.destroyed) return;
  if (!(error instanceof AwsError)) {
    console.error(error);
    return sendError(request, response, new AwsError('InternalFailure', 'The local service failed', 500));
  }
  const namespace = commonNamespaces[error.name] ?? namespaces[splitTarget(request)[0]];
  const type = namespace === undefined ? error.name : `${namespace}#${error.name}`;
  send(request, response, error.status, { __type: type, message: error.message, ...error.extra });
}

function send(request: IncomingMessage, response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': request.headers['content-type'] ?? 'application/x-amz-json-1.0',
    'content-length': body.length,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
