import { assemble } from '#local/sample/set-up';
import { announceCycle, setUp } from '../chapters/announce.ts';
import { numbered } from '../chapters/apply.ts';
import type { FreshCloud } from '../fresh-cloud.ts';
import type { Narrator } from '../narrator.ts';
import { askingAgain } from '../stage-door.ts';
import type { Story } from '../story.ts';
import {
  admit,
  apply,
  closeIntake,
  complete,
  decide,
  gate,
  meet,
  reviewMaterials,
  shortlist,
  weedOut,
} from './cycle.ts';

/** Nine in the morning of 2 March 2026 in China: the award is then given in 2026, and its files are closed in 2027. */
export const beginning = Date.parse('2026-03-02T09:00:00+08:00');

const programmeId = 'twelve-years';

/** Throws at the first surprise. */
export async function twelveYears({ cloud }: Pick<FreshCloud, 'cloud'>, tell: Narrator): Promise<void> {
  const story = await begin(cloud, tell);
  await firstCycle(story);
  tell.end();
}

/** Everybody signs in. */
export async function begin(cloud: FreshCloud['cloud'], tell: Narrator): Promise<Story> {
  const place = { ...cloud, patience: askingAgain };
  const cast = await tell.step('全体人员登录', 'everybody signs in', () => assemble(place));
  return { place, cast, tell, programmeId };
}

/** The programme and its first cycle, of 2026: a hundred applicants, nine of them reviewed, seven winners. */
export async function firstCycle(story: Story): Promise<string> {
  story.tell.chapter('2026 年一届:公告', 'The cycle of 2026: announcement');
  await setUp(story);
  const { cycleId, year } = await announceCycle(story, gate);
  const crowd = await apply(story, cycleId, year, { organisations: numbered(1, 84), individuals: numbered(1, 16) });
  const isReviewed = (n: number) => n < 6 || (n >= 84 && n < 87);
  await weedOut(
    story,
    crowd.filter((_, n) => !isReviewed(n)),
  );
  await closeIntake(story, cycleId);
  const entrants = crowd.filter((_, n) => isReviewed(n));
  await admit(story, cycleId, entrants);
  const { reviewed, codes } = await reviewMaterials(story, cycleId, entrants);
  const shortlisted = await shortlist(story, cycleId, reviewed, codes);
  await meet(story, cycleId, shortlisted, codes);
  await decide(story, cycleId, shortlisted);
  await complete(story, cycleId);
  return cycleId;
}
