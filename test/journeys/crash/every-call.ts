import { mkdtempSync, rmSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesize } from '#local/synthesize';
import { chance } from './chance.ts';
import { differences } from './differences.ts';
import { rehearse } from './rehearsal.ts';

/*
 * node test/journeys/crash/every-call.ts [--every 40] [--runs 1] [--seed 1] [--verbose]: the whole way, each process of the
 * cloud killing itself before or after one of its AWS calls, on average at every 40th; then what is left is compared
 * with an undisturbed run. Ends non-zero at the first difference.
 */
const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '40' },
    runs: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quality-award-crash-'));
const port = 30_600 + (process.pid % 300) * 10;
const { assembly } = await synthesize({ root, dir, port });
const common = { port, assembly, ...(values.verbose && { tell: console.log }) };

const undisturbed = await rehearse({ ...common, dir: join(dir, 'undisturbed') });
if (undisturbed.findings.troubles.length > 0) fail('undisturbed', undisturbed.findings.troubles);
for (let run = 0; run < Number(values.runs); run += 1) {
  const seed = Number(values.seed) + run;
  const random = chance(seed);
  const nextDeath = () => ({
    moment: random() < 0.5 ? ('before' as const) : ('after' as const),
    call: Math.ceil(every * (0.5 + random())),
  });
  const began = performance.now();
  const { findings, kills } = await rehearse({ ...common, dir: join(dir, `seed-${seed}`), nextDeath });
  console.log(`seed ${seed}: killed ${kills} times in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!isDeepStrictEqual(findings, undisturbed.findings))
    fail(`seed ${seed}`, differences(undisturbed.findings, findings));
}
rmSync(dir, { recursive: true, force: true });
process.exit(0);

function fail(what: string, lines: readonly string[]): never {
  console.error(`${what} (kept in ${dir}):\n${lines.join('\n')}`);
  process.exit(1);
}
