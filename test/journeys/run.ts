import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startCloud } from '#local/cloud';
import { people } from '#local/sample/people';
import type { Place } from '#local/sample/visitor';
import { synthesize } from '#local/synthesize';
import { toTheAward } from './to-the-award.ts';

/*
 * npm run journey: the whole way once. Against a running local cloud with --port N, otherwise against a fresh one in a
 * folder of its own, which goes afterwards. Ends non-zero at the first surprise.
 */
const { port, keep } = parseArgs({
  options: { port: { type: 'string' }, keep: { type: 'boolean', default: false } },
}).values;

const running = (at: number): Place => ({
  url: `http://127.0.0.1:${at}`,
  issuer: `http://127.0.0.1:${at + 3}`,
  clientId: 'portal',
  audience: 'quality-award',
  redirectUri: `http://127.0.0.1:${at}/`,
});

async function freshly(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'quality-award-journey-'));
  const at = 18_600 + (process.pid % 300) * 10;
  const { assembly } = await synthesize({ root: fileURLToPath(new URL('../..', import.meta.url)), dir, port: at });
  const cloud = await startCloud({ dir, port: at, assembly, people });
  try {
    await toTheAward(cloud);
  } finally {
    await cloud.stop();
    if (!keep) rmSync(dir, { recursive: true, force: true });
    else console.log(`kept in ${dir}`);
  }
}

try {
  await (port ? toTheAward(running(Number(port))) : freshly());
} catch (error) {
  console.error(error);
  process.exit(1);
}
process.exit(0);
