import { recordWorksheet } from '#domain/inspection/worksheets';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { filesAtHand } from './at-hand.ts';

export const handler = http(routes.recordWorksheet, async ({ params, body, actor, deps }) => {
  const inspection = await deps.inspections.get(params.inspectionId);
  const { present } = await filesAtHand(inspection, body.evidence, deps);
  const circumstances = { actor, now: deps.now() };
  return deps.inspections.save(recordWorksheet(inspection, params.area, body, present, circumstances));
});
