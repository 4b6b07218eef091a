import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '#domain/actor';
import type { YearlyDuty } from '#domain/post-award/duty';
import { shards } from '#domain/post-award/shard';
import { decided } from '#domain/record';
import { environment as env } from '#functions/names';
import { at } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { serve } from '#test/local/dynamodb/server';
import { aStand, templateTables } from '../steps/stand.ts';

/*
 * npm run bench:duties [-- 100000]: one morning on which so many duties are due for a digest, half of them reports of as
 * many winners and half inspections of the office. The table is another process, so that memory is the sweep's own.
 */
const [, , asked = '100000', file] = process.argv;
const count = Number(asked);
const opened = at(systemActor, '2028-01-01T00:00:00.000Z');
const morning = '2028-03-01T23:30:00.000Z';

async function table(path: string): Promise<void> {
  const served = await serve({ file: path });
  for (const one of templateTables()) served.dynamodb.createTable(one);
  process.send?.((await served.client.config.endpoint?.())?.port);
}

const duty = (n: number): YearlyDuty =>
  aDuty({
    version: 0,
    dutyId: `duty-${n}`,
    remindOn: '2028-03-02',
    ...(n % 2 === 0 ? { ownerId: `per_${n}` } : { party: 'office', kind: 'inspection' }),
  });

async function together(jobs: number, work: () => Promise<boolean>): Promise<void> {
  const one = async () => {
    while (await work());
  };
  await Promise.all(Array.from({ length: jobs }, one));
}

interface Swept {
  readonly part: number;
  readonly from: string;
  readonly programmes: string[];
  readonly failed: number;
}

async function sweep(stand: Awaited<ReturnType<typeof aStand>>) {
  const result = { invocations: 0, longest: 0, heap: [] as number[], swept: [] as Swept[] };
  const parts = Array.from({ length: shards }, (_, part) => ({ part, from: '', programmes: [], failed: 0 }));
  const look = async (so: Swept): Promise<void> => {
    const began = performance.now();
    const next = (await stand.run('remind-part', { schemaVersion: 1, ...so })) as Swept;
    result.invocations += 1;
    result.longest = Math.max(result.longest, performance.now() - began);
    globalThis.gc?.();
    result.heap.push(process.memoryUsage().heapUsed / 1024 ** 2);
    if (next.from !== '') return look(next);
    result.swept.push(next);
  };
  // On AWS eight at once; here they share one process and one table.
  await together(2, async () => {
    const next = parts.pop();
    if (next) await look(next);
    return next !== undefined;
  });
  await stand.run('tell-staff', { schemaVersion: 1, programmes: [], swept: result.swept });
  return result;
}

async function bench(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'duties-bench-'));
  const child = fork(import.meta.filename, [asked, join(directory, 'tables.sqlite')]);
  // A busy machine is slower than any Lambda: how long an invocation took is told, and ends nothing.
  const stand = await aStand({ patience: 900_000 });
  try {
    const port = await new Promise<number>((resolve) => child.once('message', (m) => resolve(m as number)));
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = `http://127.0.0.1:${port}`;
    process.env[env.clockOffset] = String(Date.parse(morning) - Date.now());
    const { createDeps } = await import('#functions/runtime/deps');
    const deps = createDeps();
    let stored = 0;
    await together(4, async () => {
      const from = stored;
      stored = Math.min(count, stored + 90);
      const some = Array.from({ length: stored - from }, (_, i) => decided(opened, duty(from + i)));
      if (some.length > 0) await deps.duties.saveTogether(some);
      return some.length > 0;
    });
    globalThis.gc?.();
    console.log(`${count} duties due; heap before ${(process.memoryUsage().heapUsed / 1024 ** 2).toFixed(0)} MB`);
    const began = performance.now();
    const { invocations, longest, heap, swept } = await sweep(stand);
    const took = (performance.now() - began) / 1000;
    console.log(`swept in ${took.toFixed(0)} s: ${(count / took).toFixed(0)} duties a second`);
    console.log(
      `${invocations} invocations in ${shards} parts, the longest ${(longest / 1000).toFixed(1)} s (limit 60)`,
    );
    console.log(`heap after each: ${Math.min(...heap).toFixed(0)} to ${Math.max(...heap).toFixed(0)} MB, all together`);
    console.log(`failed ${swept.reduce((sum, s) => sum + s.failed, 0)}; left over ${await leftOver(deps)}`);
  } finally {
    child.kill();
    await stand.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function leftOver(deps: ReturnType<Awaited<ReturnType<typeof aStand>>['deps']>): Promise<number> {
  let left = 0;
  for (let part = 0; part < shards; part += 1)
    for await (const { place } of deps.duties.due(part, '2028-03-02', '')) left += place === '' ? 0 : 1;
  return left;
}

if (file === undefined) {
  await bench();
  process.exit(0);
} else await table(file);
