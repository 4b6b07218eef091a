import type { IncomingMessage } from 'node:http';
import type { Access } from './access.ts';
import type { Bucket } from './buckets.ts';
import type { Signature } from './signature.ts';

/** A request as it arrived, taken apart but not yet believed. */
export interface Incoming {
  readonly requestId: string;
  readonly method: string;
  /** The path as sent, still encoded. */
  readonly path: string;
  /** The query's pairs, decoded, in the order sent. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly bucketName: string;
  /** Empty for a request to the bucket itself. */
  readonly key: string;
  readonly message: IncomingMessage;
}

/** A request whose signature held, with what its caller may do. */
export interface Call extends Incoming {
  readonly operation: string;
  readonly bucket: Bucket;
  readonly signature: Signature | undefined;
  readonly access: Access;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
}
