import { concludeInspection } from '#domain/inspection/conclude';
import type { KeptFile } from '#domain/revocation/revocation';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { filesAtHand } from './at-hand.ts';

/* Files first, record last; decided before too, so that nothing is copied for what is refused. */
export const handler = http(routes.concludeInspection, async ({ params, body, actor, deps }) => {
  const inspection = await deps.inspections.get(params.inspectionId);
  const around = {
    duty: await deps.duties.get(inspection.inspectionId),
    winner: await deps.winners.get(inspection.certificateNumber),
    revocationId: deps.newId('rev'),
  };
  const evidence = Object.values(inspection.worksheets).flatMap((sheet) => sheet.evidence);
  const { keep } = await filesAtHand(inspection, evidence, deps);
  const decide = (kept: readonly KeptFile[]) =>
    concludeInspection(inspection, body, kept, around, { actor, now: deps.now() });
  decide([]);
  const followed = decide(await keep());
  await deps.inspections.follow(followed, followed.inspection.next);
  return followed.inspection.next;
});
