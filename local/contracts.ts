import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds since the epoch, UTC. Which of the two clocks is said where it is used. */
export type Millis = number;

/**
 * The award's clock: movable forward, never back. Everything of the award (deadlines, waits, schedules, retention)
 * reads it; signatures, tokens and sessions read the machine's own.
 */
export interface AwardClock {
  now(): Millis;
  /** Award time minus machine time. */
  offset(): Millis;
}

/** A part of the local cloud that has something to do at known times: a timer wheel, a scheduler, a TTL sweep. */
export interface TimedSource {
  readonly name: string;
  /** The next award time at which something falls due, or undefined. */
  nextDue(): Millis | undefined;
  /** Does everything that is due at `now`. */
  runDue(now: Millis): Promise<void>;
}

/** A part of the local cloud with work in flight (stream batches, invocations, executions). */
export interface BusySource {
  readonly name: string;
  /** True while work is in flight or waiting to be delivered without a timer. */
  isBusy(): boolean;
}

/** Thrown by any local AWS service; the wire layer renders it in the service's own error format. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;
  readonly extra: Record<string, unknown>;
  constructor(name: string, message: string, status = 400, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.extra = extra;
  }
}

/** Who calls: the principal behind an access key. */
export interface Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The logical name that logs show: a function's name, "operator", … */
  readonly name: string;
}

/** Looks access keys up and evaluates the principal's policies, as written in the template. */
export interface Authority {
  /** Throws AwsError UnrecognizedClientException when the key is unknown. */
  principal(accessKeyId: string): Principal;
  /**
   * Throws AwsError AccessDeniedException (the S3 server renders it as AccessDenied) unless a policy allows the action.
   * `context` holds condition keys, lower case, e.g. { 'dynamodb:leadingkeys': ['X'] }.
   */
  authorize(principal: Principal, action: string, resource: string, context?: Record<string, string | string[]>): void;
  /** Counts one call for the report of calls per operation and of grants never used. */
  record(principal: Principal, action: string, resource: string): void;
}

/** Runs a function of the template by its name; rejects with a FunctionError for a handler's failure. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<unknown>;

/** What a handler threw, as Lambda reports it. */
export class FunctionError extends Error {
  readonly errorType: string;
  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** One service behind the JSON wire protocol (X-Amz-Target: <prefix>.<Operation>). */
export interface JsonService {
  /** e.g. 'DynamoDB_20120810' */
  readonly targetPrefix: string;
  call(operation: string, input: Record<string, unknown>, principal: Principal): Promise<Record<string, unknown>>;
}

/** One service with a protocol of its own. */
export type HttpService = (request: IncomingMessage, response: ServerResponse) => void;

/** A change of a table, as its stream carries it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Record<string, unknown>;
    readonly NewImage?: Record<string, unknown>;
    readonly OldImage?: Record<string, unknown>;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}
