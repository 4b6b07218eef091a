import { requestCorrection } from '#domain/privacy/correction';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.requestDataCorrection, async ({ params, body, actor, deps }) => {
  const { programmeId } = await deps.programmes.get(params.programmeId);
  const wanted = { ...body, programmeId, requestId: deps.newId('cor') };
  return deps.correctionRequests.save(requestCorrection(wanted, { actor, now: deps.now() }));
});
