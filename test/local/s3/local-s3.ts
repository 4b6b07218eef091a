import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsError, type Authority, type Millis, type Principal } from '#local/contracts';
import { createS3, type BucketConfig, type S3, type S3Event, type S3Settings } from '#local/s3/s3';

export const REGION = 'cn-north-1';
export const DAY: Millis = 86_400_000;

/** Knows some people by key and what each may not do; everybody else is unknown. */
class FakeAuthority implements Authority {
  readonly denied = new Map<string, Set<string>>();
  readonly calls: string[] = [];
  readonly asked: { action: string; resource: string; context: Record<string, string | string[]> }[] = [];

  principal(accessKeyId: string): Principal {
    if (!['OFFICER', 'CLERK'].includes(accessKeyId))
      throw new AwsError('UnrecognizedClientException', 'unknown key', 403);
    return { accessKeyId, secretAccessKey: `secret of ${accessKeyId}`, name: accessKeyId.toLowerCase() };
  }

  deny(accessKeyId: string, ...actions: string[]): void {
    this.denied.set(accessKeyId, new Set(actions));
  }

  authorize(
    principal: Principal,
    action: string,
    resource: string,
    context: Record<string, string | string[]> = {},
  ): void {
    this.asked.push({ action, resource, context });
    if (!this.denied.get(principal.accessKeyId)?.has(action)) return;
    throw new AwsError(
      'AccessDeniedException',
      `User: ${principal.name} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`,
      403,
    );
  }

  record(_principal: Principal, action: string, resource: string): void {
    this.calls.push(`${action} ${resource}`);
  }
}

/** A local S3 on a port of its own, with clocks that a test may move. */
export class LocalS3 {
  readonly dir = mkdtempSync(join(tmpdir(), 's3-'));
  readonly authority = new FakeAuthority();
  readonly events: S3Event[] = [];
  onEvent: S3Settings['onEvent'] = (event) => void this.events.push(event);
  awardNow: Millis = Date.parse('2027-03-01T04:00:00Z');
  machineOffset: Millis = 0;
  s3!: S3;
  server!: Server;
  url = '';

  async start(...buckets: BucketConfig[]): Promise<this> {
    this.s3 = createS3({
      dir: this.dir,
      clock: { now: () => this.awardNow, offset: () => this.awardNow - Date.now() },
      region: REGION,
      partition: 'aws-cn',
      authority: this.authority,
      onEvent: (event) => this.onEvent(event),
      machineNow: () => Date.now() + this.machineOffset,
    });
    for (const bucket of buckets) this.s3.ensureBucket(bucket);
    this.server = createServer(this.s3.handle);
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    this.s3.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  client(accessKeyId = 'OFFICER', more: S3ClientConfig = {}): S3Client {
    const credentials = { accessKeyId, secretAccessKey: `secret of ${accessKeyId}` };
    return new S3Client({ region: REGION, endpoint: this.url, credentials, maxAttempts: 1, ...more });
  }

  /** Lets events that are under way arrive. */
  async settled(): Promise<void> {
    do await new Promise((done) => setImmediate(done));
    while (this.s3.isBusy());
  }
}

export const plain = (name: string, more: Partial<BucketConfig> = {}): BucketConfig => ({
  name,
  versioning: false,
  ...more,
});
export const versioned = (name: string, more: Partial<BucketConfig> = {}): BucketConfig => ({
  name,
  versioning: true,
  ...more,
});
export const locking = (name: string, more: Partial<BucketConfig> = {}): BucketConfig => ({
  name,
  versioning: true,
  objectLock: true,
  ...more,
});

/** What S3 said when it refused: its code, its status and its message. */
export async function refusal(
  attempt: Promise<unknown>,
): Promise<{ code: string; status: number | undefined; message: string }> {
  try {
    await attempt;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { code: name, status: $metadata?.httpStatusCode, message };
  }
  throw new Error('It was not refused.');
}

/** The code in an answer's XML. */
export async function codeOf(response: Response): Promise<string> {
  return `${response.status} ${/<Code>(.*?)<\/Code>/.exec(await response.text())?.[1]}`;
}
