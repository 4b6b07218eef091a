import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCloud } from '#local/cloud';
import { people } from '#local/sample/people';
import { assemble } from '#local/sample/set-up';
import type { Visitor } from '#local/sample/visitor';
import { signedIn } from '#local/sample/visitor';
import { synthesize } from '#local/synthesize';
import { announce } from '../chapters/announce.ts';
import { untilPublished } from '../chapters/eligibility.ts';
import { startCloudProcess } from '../crash/cloud-process.ts';
import { patientWith } from '../crash/patience.ts';
import { Narrator } from '../narrator.ts';
import { runningAt } from '../running-at.ts';
import { seed } from './seed.ts';

/*
 * npm run bench:lists [N]: a notice of N names (10,000) is published and carried to its applications; then it is
 * corrected, in a cloud that is killed half-way and goes on. Says how long each took and how many AWS calls it made, and
 * ends non-zero unless every application was changed once by each.
 */
const count = Number(process.argv[2] ?? 10_000);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quality-award-lists-'));
const port = 23_600 + (process.pid % 300) * 10;
const programmeId = 'by-the-thousand';

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

/** Waits until the list is through; tells of every bundle it sees. */
async function untilThrough(by: Visitor, cycleId: string, listId: string, at: (applied: number, of: number) => void) {
  for (;;) {
    const { items } = await by.call('listLists', { params: { cycleId } });
    const progress = items.find((l) => l.listId === listId)?.progress;
    if (progress) at(progress.applied, progress.bundles);
    if (progress && progress.applied >= progress.bundles && progress.failed.length === 0) return progress;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** How many applications stand in the notice, read back one page after the other. */
async function standingIn(by: Visitor, cycleId: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const query = { kind: 'EligibilityNotice', limit: 100, ...(cursor && { cursor }) };
    const page = await by.call('previewNotice', { params: { cycleId }, query });
    for (const { because } of page.out) found.set(because, (found.get(because) ?? 0) + 1);
    for (const _ of page.entries) found.set('in', (found.get('in') ?? 0) + 1);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

const { assembly } = await synthesize({ root, dir, port });
const boot = () => startCloud({ dir, port, assembly, people });

async function prepared(): Promise<{ cycleId: string }> {
  const cloud = await boot();
  const cast = await assemble(cloud);
  const cycle = await announce({ place: cloud, cast, tell: new Narrator(() => undefined), programmeId });
  const named = (part: string) => cloud.model.tables.find(({ name }) => new RegExp(part, 'i').test(name))?.name ?? '';
  const tables = { core: named('core'), audit: named('audit') };
  await cloud.stop();
  const began = performance.now();
  await seed({ dir, tables, programmeId, cycleId: cycle.cycleId, now: new Date().toISOString() }, count);
  console.log(`${count} applications were put before their notice (${seconds(began)} s)`);
  return cycle;
}

async function undisturbed(cycleId: string): Promise<string> {
  const cloud = await boot();
  const office = await signedIn(cloud, 'office');
  await cloud.clock.settle();
  cloud.forgetCalls();
  const began = performance.now();
  const ordered = await office.call('publishNotice', {
    params: { cycleId },
    body: { kind: 'EligibilityNotice', title: '资格审查通过名单公示' },
  });
  console.log(`ordered in ${seconds(began)} s`);
  const notice = await untilPublished(office, ordered);
  console.log(`public with ${notice.entryCount} names after ${seconds(began)} s`);
  await untilThrough(office, cycleId, ordered.listId, () => undefined);
  console.log(`carried to every application after ${seconds(began)} s`);
  await cloud.clock.settle();
  const calls = cloud.calls();
  const total = calls.reduce((sum, c) => sum + c.count, 0);
  console.log(
    `all that followed was done after ${seconds(began)} s: ${total} AWS calls, ${(total / count).toFixed(1)} an application`,
  );
  for (const { principal, action, count: n } of calls)
    if (n >= count / 100) console.log(`    ${n} × ${action}  (${principal})`);
  await cloud.stop();
  return ordered.noticeId;
}

async function killedHalfWay(cycleId: string, noticeId: string): Promise<void> {
  const cloud = startCloudProcess({ dir, port, assembly });
  const office = await signedIn({ ...runningAt(port), patience: patientWith(cloud) }, 'office');
  const began = performance.now();
  const ordered = await office.call('correctNotice', {
    params: { noticeId },
    body: { title: '更正公示', reason: '名称有误', names: [{ applicationId: 'app_seed000000', name: '更正后的名称' }] },
  });
  await untilPublished(office, ordered);
  let killed = false;
  await untilThrough(office, cycleId, ordered.listId, (applied, of) => {
    if (killed || applied < of / 2) return;
    killed = true;
    console.log(`killed at bundle ${applied} of ${of}, after ${seconds(began)} s`);
    cloud.kill();
  });
  console.log(`killed ${cloud.kills} time(s), through after ${seconds(began)} s`);
  const standing = await standingIn(office, cycleId);
  console.log(`read back: ${JSON.stringify(Object.fromEntries(standing))}`);
  await cloud.end();
  if (cloud.kills !== 1 || standing.get('published') !== count || standing.size !== 1)
    throw new Error('not every application stands in the corrected notice');
}

try {
  const { cycleId } = await prepared();
  await killedHalfWay(cycleId, await undisturbed(cycleId));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.exit();
