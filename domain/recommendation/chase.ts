import type { Application } from '../application/application.ts';
import { asHandedIn, jurisdictionOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { remind, stageReminders } from '../reminder.ts';

/** Whether a recommending body still owes the opinion without which the application is incomplete (A10, D17). */
export const isRecommendationOwed = ({ stage, recommendation }: Application): boolean =>
  (stage === 'EligibilityReview' || stage === 'Correction') && recommendation === undefined;

/**
 * Reminds the recommending body 7 and 1 days before the last day of its opinion, and tells office and applicant, once,
 * that it has lapsed (D17). `dueOn` is the last day as it stands now: the cycle may close later since. Undefined when
 * there is nothing to say today.
 */
export function chaseRecommendation(
  of: Application,
  dueOn: CivilDate,
  circumstances: Circumstances,
): Outcome<Application> | undefined {
  if (!of.recommendationDuty || !isRecommendationOwed(of)) return undefined;
  const jurisdiction = jurisdictionOf(asHandedIn(of));
  if (dateAt(circumstances.now) > dueOn)
    return decided(
      circumstances,
      { ...of, recommendationDuty: undefined },
      { type: 'recommendationLapsed', detail: { jurisdiction, dueOn } },
    );
  const isMoved = of.recommendationDuty.dueOn !== dueOn;
  const { reminded } = isMoved ? { reminded: [] } : of.recommendationDuty;
  const what = { zh: '出具推荐意见', en: 'The recommendation' };
  const duty = { party: 'recommendingBody', dueOn, reminded };
  const reminder = remind({ duty }, stageReminders, circumstances, { what, jurisdiction });
  if (!reminder && !isMoved) return undefined;
  return decided(
    circumstances,
    { ...of, recommendationDuty: { dueOn, reminded: [...(reminder?.next.duty.reminded ?? [])] } },
    ...(reminder?.events ?? []),
  );
}
