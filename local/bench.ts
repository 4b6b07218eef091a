import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCloud } from './cloud.ts';
import { creditCodeOf, organisationForm } from './sample/forms.ts';
import { loadSample } from './sample/load.ts';
import { people } from './sample/people.ts';
import { signedIn } from './sample/visitor.ts';
import { synthesize } from './synthesize.ts';

/*
 * npm run bench: how long npm start takes to its first page, what the local cloud weighs at rest, and how many AWS
 * calls an operation makes. Machines are noisy: read ratios and counts, not single times.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quality-award-bench-'));
const port = 21_600 + (process.pid % 300) * 10;

/** Starts `npm start`'s program and gives back how long it took to answer, and its resident memory at rest. */
async function startUntilFirstPage(): Promise<{ seconds: number; restMb: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'local/start.ts'), '--port', String(port), '--data', dir], {
    stdio: 'ignore',
  });
  while (
    !(await fetch(`http://127.0.0.1:${port}/api/programmes`).then(
      (r) => r.ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return { seconds, restMb: Number(resident) / 1024 };
}

/** Counts the AWS calls that some typical requests make, consumers and steps included. */
async function countCalls(): Promise<void> {
  const { assembly } = await synthesize({ root, dir, port });
  const cloud = await startCloud({ dir, port, assembly, people });
  await loadSample(cloud);
  const visitor = await signedIn(cloud, 'organisation');
  const { items } = await visitor.call('listMyApplications');
  const applicationId = items[0]?.applicationId ?? '';
  const form = organisationForm(creditCodeOf(1), '昆明滇池精密机械有限公司', [2023, 2024, 2025]);
  const operations = {
    'read my application': () => visitor.call('showApplication', { params: { applicationId } }),
    'list my applications': () => visitor.call('listMyApplications'),
    'save a section': () =>
      visitor.call('saveSection', {
        params: { applicationId, section: 'profile' },
        query: { basedOn: 1 },
        body: form.profile,
      }),
    'withdraw (audit, stream, messages)': () =>
      visitor.call('withdraw', { params: { applicationId }, body: { reason: '测量' } }),
  };
  for (const [name, act] of Object.entries(operations)) {
    await cloud.clock.settle();
    cloud.forgetCalls();
    const began = performance.now();
    await act();
    const took = performance.now() - began;
    await cloud.clock.settle();
    const calls = cloud.calls();
    const total = calls.reduce((sum, c) => sum + c.count, 0);
    console.log(`${name}: ${total} AWS calls, ${took.toFixed(0)} ms`);
    for (const { principal, action, count } of calls) console.log(`    ${count} × ${action}  (${principal})`);
  }
  await cloud.stop();
}

try {
  const cold = await startUntilFirstPage();
  const warm = await startUntilFirstPage();
  console.log(`npm start to the first page: ${cold.seconds.toFixed(1)} s cold, ${warm.seconds.toFixed(1)} s warm`);
  console.log(`resident memory at rest: ${warm.restMb.toFixed(0)} MB`);
  await countCalls();
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.exit(0);
