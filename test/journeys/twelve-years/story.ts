import { assemble } from '#local/sample/set-up';
import type { FreshCloud } from '../fresh-cloud.ts';
import type { Narrator } from '../narrator.ts';
import { askingAgain } from '../stage-door.ts';
import type { Story } from '../story.ts';
import { disposal } from './disposal.ts';
import { firstCycle } from './first-cycle.ts';
import { lastYears } from './last-years.ts';
import { prove } from './proof.ts';
import { secondCycle } from './second-cycle.ts';
import { yearsBetween } from './years-between.ts';

/** Nine in the morning of 2 March 2026 in China: the award is then given in 2026, and its files are closed in 2027. */
export const beginning = Date.parse('2026-03-02T09:00:00+08:00');

/** Two cycles of so many applicants each, and the years after them, through HTTP. Throws at the first surprise. */
export async function twelveYears({ cloud }: FreshCloud, applicants: number, tell: Narrator): Promise<void> {
  const place = { ...cloud, patience: askingAgain };
  const cast = await tell.step('全体人员登录', 'everybody signs in', () => assemble(place));
  const story: Story = { place, cast, tell, programmeId: 'twelve-years' };
  const cycleId = await firstCycle(story, applicants);
  await yearsBetween(story, cycleId);
  const second = await secondCycle(story, applicants);
  await lastYears(story, second);
  await disposal(story, cloud, cycleId);
  await prove(story, cloud, [cycleId, second], 2 * applicants);
  tell.end();
}
