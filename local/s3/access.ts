import { AwsError, type Authority, type Millis, type Principal } from '../contracts.ts';
import type { Bucket } from './buckets.ts';
import type { Incoming } from './call.ts';
import { S3Error } from './errors.ts';
import type { PolicyContext } from './policy.ts';
import type { Signature } from './signature.ts';

/** The condition keys that a request gives, lower case. Local HTTP counts as secure: it never leaves the machine. */
function contextOf({ headers, query }: Incoming, signature: Signature | undefined, now: Millis): PolicyContext {
  const amz = Object.entries(headers).filter(
    ([name]) => name.startsWith('x-amz-') && !name.startsWith('x-amz-object-lock-'),
  );
  const lock = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-object-lock-'));
  const given = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value });
  return {
    'aws:securetransport': 'true',
    's3:tlsversion': '1.3',
    ...Object.fromEntries(amz.map(([name, value]) => [`s3:${name}`, value])),
    ...Object.fromEntries(lock.map(([name, value]) => [`s3:${name.slice('x-amz-'.length)}`, value])),
    ...given('s3:versionid', query.get('versionId')),
    ...given('s3:prefix', query.get('prefix')),
    ...given('s3:delimiter', query.get('delimiter')),
    ...given('s3:max-keys', query.get('max-keys')),
    ...given('s3:if-none-match', headers['if-none-match']),
    ...given('s3:if-match', headers['if-match']),
    ...(signature && {
      's3:signatureversion': 'AWS4-HMAC-SHA256',
      's3:authtype': signature.place === 'query' ? 'REST-QUERY-STRING' : 'REST-HEADER',
    }),
    // As on AWS the key exists for presigned URLs only: a signed request is never older than 15 minutes.
    ...(signature?.place === 'query' && { 's3:signatureage': String(Math.max(0, now - signature.signedAt)) }),
  };
}

export interface AccessRules {
  readonly authority: Authority;
  readonly partition: string;
  /** The machine's clock. */
  readonly now: Millis;
}

/** What the caller of one request may do, by the bucket's policy and by its own policies. */
export class Access {
  readonly #rules: AccessRules;
  readonly #principal: Principal | undefined;
  readonly #context: PolicyContext;

  constructor(incoming: Incoming, signature: Signature | undefined, rules: AccessRules) {
    this.#rules = rules;
    this.#principal = signature && rules.authority.principal(signature.accessKeyId);
    this.#context = contextOf(incoming, signature, rules.now);
  }

  get caller(): string {
    return this.#principal?.name ?? 'anonymous';
  }

  arn(bucket: Bucket, key?: string): string {
    return `arn:${this.#rules.partition}:s3:::${bucket.name}${key === undefined ? '' : `/${key}`}`;
  }

  /** Throws AccessDenied unless the action is allowed on the bucket, or on the object `key` in it. */
  demand(action: string, bucket: Bucket, key?: string, more: PolicyContext = {}): void {
    const resource = this.arn(bucket, key);
    const context = { ...this.#context, ...more };
    const byBucket = bucket.policy.decide(action, resource, context);
    const refusal = (because: string) =>
      new S3Error(
        'AccessDenied',
        `User: ${this.caller} is not authorized to perform: ${action} on resource: "${resource}" ${because}`,
      );
    if (byBucket === 'deny') throw refusal('with an explicit deny in a resource-based policy');
    if (!this.#principal) {
      if (byBucket !== 'allow') throw new S3Error('AccessDenied', 'Access Denied');
      return;
    }
    try {
      this.#rules.authority.authorize(this.#principal, action, resource, context);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      // A bucket's Allow is enough within an account, but never against an explicit deny.
      const allowed = byBucket === 'allow' && !/explicit(ly)? den/i.test(error.message);
      if (!allowed) throw new S3Error('AccessDenied', error.message);
    }
    this.#rules.authority.record(this.#principal, action, resource);
  }

  allows(action: string, bucket: Bucket, key?: string, more: PolicyContext = {}): boolean {
    try {
      this.demand(action, bucket, key, more);
      return true;
    } catch (error) {
      if (error instanceof S3Error) return false;
      throw error;
    }
  }
}
