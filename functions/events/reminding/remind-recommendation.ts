import { systemActor } from '#domain/actor';
import { chaseRecommendation, isRecommendationOwed } from '#domain/recommendation/chase';
import { recommendationDueOn } from '#domain/recommendation/deadline';
import type { Deps } from '#functions/runtime/deps';

const type = 'recommendation';
/** Later than any mark. */
const always = '9999-12-31';

/**
 * Looks at an opinion that is owed: reminds of it, follows a closing that was moved, takes the mark away when nothing is
 * owed any more. Killed half-way it leaves a mark too many, which the next sweep takes away.
 */
export async function remindRecommendation(recordId: string, deps: Deps): Promise<boolean> {
  const application = await deps.applications.get(recordId);
  const cycle = await deps.cycles.get(application.cycleId);
  const { calendars } = await deps.programmes.get(application.programmeId);
  const dueOn = recommendationDueOn(application, cycle, calendars) ?? application.recommendationDuty?.dueOn ?? '';
  const outcome = chaseRecommendation(application, dueOn, { actor: systemActor, now: deps.now() });
  const before = application.recommendationDuty?.dueOn;
  const after = (outcome?.next ?? application).recommendationDuty?.dueOn;
  if (after && after !== before) await deps.due.mark({ dueOn: after, type, recordId });
  if (outcome) await deps.applications.save(outcome);
  if (!after || !isRecommendationOwed(application)) await deps.due.unmark({ dueOn: always, type, recordId });
  else if (before && before < after) await deps.due.unmark({ dueOn: before, type, recordId });
  return (outcome?.events.length ?? 0) > 0;
}
