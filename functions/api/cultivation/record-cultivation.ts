import { recordCultivation } from '#domain/cultivation/cultivation';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordCultivation, async ({ params: { programmeId }, body, actor, deps }) => {
  const named = { programmeId, cultivationId: deps.newId('cul') };
  return deps.cultivations.save(recordCultivation(named, body, { actor, now: deps.now() }));
});
