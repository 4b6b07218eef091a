import { recordResolution } from '#domain/resolution/resolution';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordResolution, async ({ params: { programmeId }, body, actor, deps }) => {
  const running = await deps.resolutions.nextNumber(programmeId, body.adoptedOn.slice(0, 4));
  const circumstances = { actor, now: deps.now() };
  const outcome = recordResolution(programmeId, deps.newId('res'), running, body, circumstances);
  return deps.resolutions.record(outcome, running);
});
