import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { synthesize } from '#local/synthesize';
import { freePorts } from '#test/local/free-ports';
import { chance } from './crash/chance.ts';
import type { CloudProcess } from './crash/cloud-process.ts';
import { rehearse } from './crash/rehearsal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quality-award-crash-'));
afterAll(() => rmSync(dir, { recursive: true }));

const kills = 12;
const random = chance(20_201_225);

/** Kills the cloud at so many of `requests`, some at once and some while what follows from the request is under way. */
function killer(requests: number): (cloud: CloudProcess) => void {
  const chosen = new Set<number>();
  while (chosen.size < kills) chosen.add(Math.ceil(random() * requests));
  let sent = 0;
  return (cloud) => {
    sent += 1;
    if (chosen.has(sent)) setTimeout(() => cloud.kill(), random() < 0.3 ? 2 : random() * 80);
  };
}

test('a cloud that is killed again and again loses nothing and does nothing twice', async () => {
  const port = await freePorts();
  const { assembly } = await synthesize({ root, dir, port });
  let requests = 0;
  const undisturbed = await rehearse({
    dir: join(dir, 'undisturbed'),
    port,
    assembly,
    onRequest: () => (requests += 1),
  });
  expect(undisturbed.findings.troubles).toEqual([]);
  expect(undisturbed.findings.records).toMatchObject({
    'application organisation Awarded': 1,
    'duty annualReport 2028 handedIn': 1,
  });

  const killed = await rehearse({ dir: join(dir, 'killed'), port, assembly, onRequest: killer(requests) });
  expect(killed.kills).toBeGreaterThan(kills / 2);
  expect(killed.findings).toEqual(undisturbed.findings);
}, 480_000);
