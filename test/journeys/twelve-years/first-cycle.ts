import { announceCycle, setUp } from '../chapters/announce.ts';
import { numbered } from '../chapters/apply.ts';
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

/** Of the crowd, six organisations and three individuals. */
const isReviewed = (_: unknown, n: number) => n < 6 || (n >= 84 && n < 87);

/** The programme and its first cycle, of 2026: a hundred applicants, nine of them reviewed, seven winners. */
export async function firstCycle(story: Story): Promise<string> {
  story.tell.chapter('2026 年一届:公告', 'The cycle of 2026: announcement');
  await setUp(story);
  const { cycleId, year } = await announceCycle(story, gate);
  const crowd = await apply(story, cycleId, year, { organisations: numbered(1, 84), individuals: numbered(1, 16) });
  await weedOut(
    story,
    crowd.filter((e, n) => !isReviewed(e, n)),
  );
  await closeIntake(story, cycleId);
  const entrants = crowd.filter(isReviewed);
  await admit(story, cycleId, entrants);
  const { reviewed, codes } = await reviewMaterials(story, cycleId, entrants);
  const shortlisted = await shortlist(story, cycleId, reviewed, codes);
  await meet(story, cycleId, shortlisted, codes);
  await decide(story, cycleId, shortlisted);
  await complete(story, cycleId);
  return cycleId;
}
