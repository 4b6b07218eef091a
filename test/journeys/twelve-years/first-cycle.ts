import { announceCycle, setUp } from '../chapters/announce.ts';
import type { Story } from '../story.ts';
import {
  admit,
  apply,
  closeIntake,
  complete,
  crowdOf,
  decide,
  gate,
  meet,
  reviewMaterials,
  shortlist,
  split,
  weedOut,
} from './cycle.ts';

/** The programme and its first cycle, of 2026: of all applicants nine are reviewed, and seven win. */
export async function firstCycle(story: Story, applicants: number): Promise<string> {
  story.tell.chapter('2026 年一届:公告', 'The cycle of 2026: announcement');
  await setUp(story);
  const { cycleId, year } = await announceCycle(story, gate);
  const crowd = await apply(story, cycleId, year, crowdOf(applicants, 1));
  const { entrants, others } = split(crowd, { organisation: 6, individual: 3 });
  await weedOut(story, others);
  await closeIntake(story, cycleId);
  await admit(story, cycleId, entrants);
  const { reviewed, codes } = await reviewMaterials(story, cycleId, entrants);
  const shortlisted = await shortlist(story, cycleId, reviewed, codes);
  await meet(story, cycleId, shortlisted, codes);
  await decide(story, cycleId, shortlisted);
  await complete(story, cycleId);
  return cycleId;
}
