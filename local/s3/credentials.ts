import type { Millis } from '../contracts.ts';
import type { Incoming } from './call.ts';
import { S3Error, type ErrorCode } from './errors.ts';

/** What a request says about its signer, well-formed and in time, not yet verified. */
export interface Credentials {
  readonly place: 'header' | 'query';
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly date: string;
  readonly signedAt: Millis;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payload: string;
}

const SKEW: Millis = 15 * 60_000;
const WEEK_SECONDS = 7 * 24 * 3600;
const PAYLOADS =
  /^([0-9a-f]{64}|UNSIGNED-PAYLOAD|STREAMING-(UNSIGNED-PAYLOAD-TRAILER|AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?))$/;

function timeOf(date: string): Millis {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function scopeOf(credential: string, date: string, region: string, code: ErrorCode) {
  const [accessKeyId, day, scopeRegion, service, end, more] = credential.split('/');
  if (!accessKeyId || !day || !scopeRegion || service !== 's3' || end !== 'aws4_request' || more !== undefined) {
    throw new S3Error(code, 'The Credential is malformed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/s3/aws4_request".');
  }
  if (day !== date.slice(0, 8))
    throw new S3Error(
      code,
      `Invalid credential date "${day}". This date is not the same as X-Amz-Date: "${date.slice(0, 8)}".`,
    );
  if (scopeRegion !== region) {
    throw new S3Error(code, `The region '${scopeRegion}' is wrong; expecting '${region}'`, { Region: region });
  }
  return { accessKeyId, day, region };
}

function fromHeader(incoming: Incoming, authorization: string, region: string, now: Millis): Credentials {
  const match = /^AWS4-HMAC-SHA256 +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (!match) {
    if (!authorization.startsWith('AWS4-HMAC-SHA256')) {
      throw new S3Error(
        'InvalidRequest',
        'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
      );
    }
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header you provided is invalid.');
  }
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const date = incoming.headers['x-amz-date'] ?? '';
  const signedAt = timeOf(date);
  if (Number.isNaN(signedAt))
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  const scope = scopeOf(credential, date, region, 'AuthorizationHeaderMalformed');
  if (Math.abs(now - signedAt) > SKEW) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      {
        RequestTime: date,
        ServerTime: new Date(now).toISOString(),
        MaxAllowedSkewMilliseconds: String(SKEW),
      },
    );
  }
  const payload = incoming.headers['x-amz-content-sha256'];
  if (payload === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return { place: 'header', ...scope, date, signedAt, signedHeaders: signedHeaders.split(';'), signature, payload };
}

function fromQuery({ query, headers }: Incoming, region: string, now: Millis): Credentials {
  const malformed = (message: string) => new S3Error('AuthorizationQueryParametersError', message);
  const parameter = (name: string) => {
    const value = query.get(`X-Amz-${name}`);
    if (value) return value;
    throw malformed(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  };
  if (parameter('Algorithm') !== 'AWS4-HMAC-SHA256')
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const date = parameter('Date');
  const signedAt = timeOf(date);
  if (Number.isNaN(signedAt)) throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const scope = scopeOf(parameter('Credential'), date, region, 'AuthorizationQueryParametersError');
  const expires = Number(parameter('Expires'));
  if (!Number.isInteger(expires)) throw malformed('X-Amz-Expires should be a number');
  if (expires < 0) throw malformed('X-Amz-Expires must be non-negative');
  if (expires > WEEK_SECONDS)
    throw malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  if (signedAt - now > SKEW) throw new S3Error('AccessDenied', 'Request is not valid yet', { 'X-Amz-Date': date });
  const until = signedAt + expires * 1000;
  if (now > until) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': String(expires),
      Expires: new Date(until).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  }
  return {
    place: 'query',
    ...scope,
    date,
    signedAt,
    signedHeaders: parameter('SignedHeaders').split(';'),
    signature: parameter('Signature'),
    payload: headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

/** Reads who signed, by header or by query; undefined for an anonymous request. */
export function readCredentials(incoming: Incoming, rules: { region: string; now: Millis }): Credentials | undefined {
  const authorization = incoming.headers['authorization'];
  const presigned = ['X-Amz-Algorithm', 'X-Amz-Signature', 'X-Amz-Credential'].some((name) => incoming.query.has(name));
  if (authorization !== undefined && presigned) {
    throw new S3Error(
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    );
  }
  if (incoming.query.has('AWSAccessKeyId')) {
    throw new S3Error(
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  if (authorization === undefined && !presigned) return undefined;
  const credentials = presigned
    ? fromQuery(incoming, rules.region, rules.now)
    : fromHeader(incoming, authorization ?? '', rules.region, rules.now);
  if (!PAYLOADS.test(credentials.payload)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
    );
  }
  return credentials;
}
