import { parseArgs } from 'node:util';
import { freshCloud } from './fresh-cloud.ts';
import { runningAt } from './running-at.ts';
import { toTheAward } from './to-the-award.ts';

/*
 * npm run journey: the whole way once. Against a running local cloud with --port N, otherwise against a fresh one in a
 * folder of its own, which goes afterwards. Ends non-zero at the first surprise.
 */
const { port, keep } = parseArgs({
  options: { port: { type: 'string' }, keep: { type: 'boolean', default: false } },
}).values;

async function freshly(): Promise<void> {
  const { cloud, dir, end } = await freshCloud();
  try {
    await toTheAward(cloud);
  } finally {
    await end(keep);
    if (keep) console.log(`kept in ${dir}`);
  }
}

try {
  await (port ? toTheAward(runningAt(Number(port))) : freshly());
} catch (error) {
  console.error(error);
  process.exit(1);
}
process.exit(0);
