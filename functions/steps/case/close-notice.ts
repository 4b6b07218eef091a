import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { endNotice } from '#domain/public-notice/end-notice';
import { step } from '#functions/runtime/step';
import { caseInput } from './case-input.ts';

/**
 * The notice has run its time: answers the stage in which the case stands after it. A case that people ended while
 * it ran is left as it is; one with an open objection stays in the notice.
 */
export const closeNotice = (stage: 'EligibilityNotice' | 'AwardNotice') =>
  step(caseInput.extend({ stage: z.literal(stage) }), async ({ input: { recordId }, deps }) => {
    const application = await deps.applications.get(recordId);
    if (application.stage !== stage) return { stage: application.stage };
    // A corrected notice runs longer than the one that the machine waited for: it goes back and waits for that.
    const mark = application.notices[stage];
    if (mark?.corrects && deps.now() < mark.endsAt) return { stage };
    const outcome = endNotice(application, { actor: systemActor, now: deps.now() });
    if (outcome.events.length > 0) await deps.applications.save(outcome);
    return { stage: outcome.next.stage };
  });
