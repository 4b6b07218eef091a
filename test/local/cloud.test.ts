import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startCloud, type Cloud } from '#local/cloud';
import { hasJava } from '#local/dynamodb/amazon';
import { signInAs } from '#local/sign-in/sign-in-as';
import { people } from './fixture/people.ts';
import { synthesizeFixture } from './fixture/synthesize.ts';
import { freePorts } from './free-ports.ts';

const root = mkdtempSync(join(tmpdir(), 'cloud-'));
const port = await freePorts();
const url = `http://127.0.0.1:${port}`;
const assembly = synthesizeFixture(root, `http://127.0.0.1:${port + 3}`);
const start = (dir: string) => startCloud({ dir: join(root, dir), port, assembly, people });
afterAll(() => rmSync(root, { recursive: true }));

const tokenOf = async () => {
  const sign = { issuer: `http://127.0.0.1:${port + 3}`, clientId: 'portal', redirectUri: `${url}/` };
  return (await signInAs({ ...sign, audience: 'fixture', sub: 'li' })).accessToken;
};
const client = (token: string) => ({
  write: (topic: string, body: string) => ask('POST', `/notes/${topic}`, body, token),
  read: async (topic: string) =>
    (await ask('GET', `/notes/${topic}`, undefined, token)).json() as Promise<Record<string, string>[]>,
});
const ask = (method: string, path: string, body?: string, token?: string) =>
  fetch(`${url}${path}`, { method, body, headers: token ? { authorization: `Bearer ${token}` } : {} });
const moveClock = (body: object) => ask('POST', '/local/clock', JSON.stringify(body));
const settle = async () => expect(await (await ask('POST', '/local/settle')).json()).toHaveProperty('offsetMs');

describe('the local cloud of a small system', () => {
  let cloud: Cloud;
  let notes: ReturnType<typeof client>;
  beforeAll(async () => {
    cloud = await start('whole');
    notes = client(await tokenOf());
  });
  afterAll(() => cloud.stop());

  const executions = () => cloud.states.executions().map(({ name, status }) => `${name} ${status}`);
  const failed = () => cloud.queues.list(cloud.model.queues[0]?.arn ?? '');

  it('lets nobody in without a token', async () => {
    expect((await ask('GET', '/notes/a')).status).toBe(401);
  });

  it('serves a request through API, function and table', async () => {
    expect((await notes.write('hello', 'world')).status).toBe(201);
    expect(await notes.read('hello')).toMatchObject([{ text: 'world', by: 'li' }]);
  });

  it('carries a change through the stream into an execution, and an answer back into it', async () => {
    await notes.write('case-1', 'start');
    await settle();
    expect(executions()).toContain('case-1 RUNNING');
    const token = (await notes.read('case-1')).find(({ sk }) => sk === 'TOKEN')?.['token'];
    await notes.write('case-1', `answer ${token}`);
    await settle();
    expect(executions()).toContain('case-1 SUCCEEDED');
  });

  it('hands a stored file’s event to the function that a rule names', async () => {
    const { accessKeyId, secretAccessKey } = cloud.authority.operator;
    const s3 = new S3Client({
      region: 'cn-north-1',
      endpoint: `http://127.0.0.1:${port + 2}`,
      credentials: { accessKeyId, secretAccessKey },
    });
    const Bucket = cloud.model.buckets[0]?.name;
    for (const Key of ['in/a.pdf', 'elsewhere/b.pdf']) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    s3.destroy();
    await settle();
    expect((await notes.read('FILES')).map(({ sk }) => sk)).toEqual(['in/a.pdf']);
  });

  it('refuses a function what its role does not grant, and keeps what could not be handled', async () => {
    await notes.write('x', 'forbidden');
    await settle();
    expect(JSON.parse(failed()[0]?.body ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { functionError: 'AccessDeniedException' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });

  it('goes on after a record that cannot be read', async () => {
    await Promise.all([notes.write('p', 'poison'), notes.write('case-2', 'start')]);
    await settle();
    expect(executions()).toContain('case-2 RUNNING');
    expect(failed()).toHaveLength(2);
  });

  it('plays schedules and timeouts when its clock is moved, each at its time', async () => {
    const from = Date.now() + cloud.clock.offset();
    const answer = await moveClock({ by: '+12d' });
    expect(answer.status).toBe(200);
    expect(executions()).toContain('case-2 FAILED');
    const runs = (await notes.read('DAILY')).map(({ sk }) => sk?.split('#')[2] ?? '');
    expect(runs).toHaveLength(12);
    // Eight in the morning in Shanghai.
    for (const run of runs) expect(run.slice(11, 16)).toBe('00:00');
    expect(cloud.clock.now() - from).toBeGreaterThanOrEqual(12 * 86_400_000);
  });

  it('does not turn its clock back', async () => {
    const { status } = await moveClock({ to: '2020-01-01T00:00+08:00' });
    expect(status).toBe(409);
    expect((await moveClock({ by: 'soon' })).status).toBe(400);
    expect((await moveClock({})).status).toBe(400);
  });

  it('counts the calls of each function and shows grants that none needed', () => {
    expect(cloud.calls()).toContainEqual({
      principal: 'fixture-notes',
      action: 'dynamodb:PutItem',
      count: expect.any(Number) as number,
    });
    const unused = cloud.authority.unusedGrants();
    expect(unused.map(({ principal, action }) => `${principal} ${action}`)).toContain(
      'fixture-events states:SendTaskFailure',
    );
  });

  it('answers only when it is addressed as this machine', async () => {
    const status = (host: string) =>
      new Promise((resolve) => {
        request({ port, host: '127.0.0.1', path: '/tell/x', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    expect(await status('evil.test')).toBe(421);
    expect(await status(`localhost:${port}`)).toBe(200);
  });

  it('lets no page of another origin move the clock', async () => {
    const { status } = await fetch(`${url}/local/clock`, {
      method: 'POST',
      body: '{"by":"+1d"}',
      headers: { origin: 'http://evil.test' },
    });
    expect(status).toBe(403);
  });

  it('does not share its ports or its data', async () => {
    await expect(start('other')).rejects.toThrow(`Port ${port + 1} is taken`);
    await expect(start('whole')).rejects.toThrow('Another local cloud uses');
  });

  it('finds everything again after it was stopped, and stops at once', async () => {
    const before = await notes.read('case-1');
    const offset = cloud.clock.offset();
    const began = Date.now();
    await cloud.stop();
    expect(Date.now() - began).toBeLessThan(2000);
    cloud = await start('whole');
    // fetch learns only now that its connections were closed.
    await sleep(50);
    expect(await client(await tokenOf()).read('case-1')).toEqual(before);
    expect(cloud.clock.offset()).toBe(offset);
  });
});

describe.skipIf(!hasJava())('the local cloud on Amazon’s DynamoDB Local', () => {
  it('carries a change through the stream into an execution, and refuses what is not granted', async () => {
    const cloud = await startCloud({ dir: join(root, 'amazon'), port, assembly, people, dynamodb: 'amazon' });
    onTestFinished(() => cloud.stop());
    const notes = client(await tokenOf());
    await Promise.all([notes.write('case-1', 'start'), notes.write('x', 'forbidden')]);
    await settle();
    expect(cloud.states.executions().map(({ name }) => name)).toEqual(['case-1']);
    expect((await notes.read('case-1')).map(({ sk }) => sk)).toContain('TOKEN');
    const [letter] = cloud.queues.list(cloud.model.queues[0]?.arn ?? '');
    expect(letter?.body).toContain('AccessDeniedException');
  });
});

describe('a local cloud that is killed', () => {
  let child: ChildProcess;
  const serve = async () => {
    const script = fileURLToPath(new URL('./fixture/serve.ts', import.meta.url));
    child = spawn('node', [script, join(root, 'killed'), String(port), assembly], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout!, 'data');
  };
  afterAll(() => void child.kill('SIGKILL'));

  it('delivers afterwards what it had accepted', async () => {
    await serve();
    const notes = client(await tokenOf());
    await Promise.all([1, 2, 3, 4, 5].map((n) => notes.write(`killed-${n}`, 'start')));
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    await dead;

    await serve();
    await settle();
    const again = client(await tokenOf());
    for (const n of [1, 2, 3, 4, 5]) {
      expect((await again.read(`killed-${n}`)).map(({ sk }) => sk)).toContain('TOKEN');
    }
  });
});
