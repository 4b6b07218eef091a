import { afterAll, beforeAll, test } from 'vitest';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { beginning, twelveYears } from './twelve-years/story.ts';

let fresh: FreshCloud;
beforeAll(async () => {
  fresh = await freshCloud([], beginning);
}, 120_000);
afterAll(() => fresh.end());

/** The command tells the same of a hundred in each cycle. */
const applicants = 14;

test('two cycles and the years after them leave behind what they should, and nothing else', async () => {
  await twelveYears(fresh, applicants, new Narrator(() => undefined));
}, 900_000);
