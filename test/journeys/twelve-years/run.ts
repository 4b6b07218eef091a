import { parseArgs } from 'node:util';
import { freshCloud } from '../fresh-cloud.ts';
import { Narrator } from '../narrator.ts';
import { beginning, twelveYears } from './story.ts';

/*
 * npm run twelve-years [-- --applicants 100]: two cycles of so many applicants each, at least 14, and the years after
 * them, on the award's clock, in a fresh local cloud in a folder of its own, which goes afterwards unless --keep is said.
 * Ends non-zero at the first surprise.
 */
const { keep, applicants } = parseArgs({
  options: { keep: { type: 'boolean', default: false }, applicants: { type: 'string', default: '100' } },
}).values;

const fresh = await freshCloud([], beginning);
try {
  await twelveYears(fresh, Number(applicants), new Narrator());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await fresh.end(keep);
  if (keep) console.log(`kept in ${fresh.dir}`);
}
process.exit();
