import { assemble } from '#local/sample/set-up';
import type { Place } from '#local/sample/visitor';
import type { Afterwards } from './chapters/afterwards.ts';
import { audit, later, twoYears } from './chapters/afterwards.ts';
import { announce } from './chapters/announce.ts';
import { apply } from './chapters/apply.ts';
import { award, recommendForAward, vote } from './chapters/decide.ts';
import { examine, publish } from './chapters/eligibility.ts';
import { meetInPerson, reviewMaterials } from './chapters/review.ts';
import { useTheAward } from './chapters/rights.ts';
import { Narrator } from './narrator.ts';
import type { Story } from './story.ts';

/** From the announcement to the award and two years on, or as far as asked, through HTTP only. Throws at the first surprise. */
export async function toTheAward(
  place: Place,
  tell = new Narrator(),
  afterwards: Afterwards = twoYears,
): Promise<void> {
  const cast = await tell.step('全体人员登录', 'everybody signs in', () => assemble(place));
  const story: Story = { place, cast, tell, programmeId: `rehearsal-${Date.now().toString(36)}` };
  const { cycleId, year } = await announce(story);
  const entrants = await apply(story, cycleId, year);
  await examine(story, entrants);
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
  await reviewMaterials(story, cycleId, entrants);
  await meetInPerson(story, entrants);
  await recommendForAward(story, cycleId, entrants);
  await vote(story, cycleId, entrants);
  await publish(story, cycleId, 'AwardNotice', entrants, 'GovernmentApproval');
  await award(story, cycleId, entrants);
  await useTheAward(story);
  await later(story, afterwards);
  await audit(story, entrants);
  tell.end();
}
