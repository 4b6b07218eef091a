import { handInRectification, openDutyOf } from '#domain/inspection/rectify';
import { inspectionFor } from '#domain/inspection/view';
import type { KeptFile } from '#domain/revocation/revocation';
import { http } from '#functions/runtime/http';
import { applicantOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';
import { filesAtHand } from './at-hand.ts';

/* Files first, record last; decided before too, so that nothing is copied for what is refused. */
export const handler = http(routes.handInRectification, async ({ params, body, actor, deps }) => {
  const inspection = await deps.inspections.get(params.inspectionId);
  const applicant = await applicantOf(inspection, deps);
  inspectionFor(actor, inspection, applicant);
  const around = {
    duty: await deps.duties.get(openDutyOf(inspection)),
    winner: await deps.winners.get(inspection.certificateNumber),
  };
  const { present, keep } = await filesAtHand(inspection, body.evidence, deps);
  const decide = (kept: readonly KeptFile[]) =>
    handInRectification(inspection, body, { applicant, present, kept }, around, { actor, now: deps.now() });
  decide([]);
  const followed = decide(await keep());
  const answer = inspectionFor(actor, followed.inspection.next, applicant);
  await deps.inspections.follow(followed, answer);
  return answer;
});
