import type { Story } from '../story.ts';
import { archive } from './cycle.ts';
import { begin, inspect, report } from './years.ts';

/** The rest of 2033, and the four years after the second cycle; 2038 begins. */
export async function lastYears(story: Story, cycleId: string): Promise<void> {
  await inspect(story, 2033);
  for (const year of [2034, 2035, 2036, 2037]) {
    await begin(story, year);
    if (year === 2034) await archive(story, cycleId);
    await report(story, year);
    await inspect(story, year);
  }
}
