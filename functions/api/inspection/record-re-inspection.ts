import { openDutyOf, recordReInspection } from '#domain/inspection/rectify';
import type { KeptFile } from '#domain/revocation/revocation';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { filesAtHand } from './at-hand.ts';

/* Files first, record last; decided before too, so that nothing is copied for what is refused. */
export const handler = http(routes.recordReInspection, async ({ params, body, actor, deps }) => {
  const inspection = await deps.inspections.get(params.inspectionId);
  const open = await deps.duties.get(openDutyOf(inspection));
  const around = {
    duty: open,
    winner: await deps.winners.get(inspection.certificateNumber),
    revocationId: deps.newId('rev'),
  };
  const { present, keep } = await filesAtHand(inspection, body.evidence, deps);
  const decide = (kept: readonly KeptFile[]) =>
    recordReInspection(inspection, body, { present, kept, open }, around, { actor, now: deps.now() });
  decide([]);
  const followed = decide(await keep());
  await deps.inspections.follow(followed, followed.inspection.next);
  return followed.inspection.next;
});
