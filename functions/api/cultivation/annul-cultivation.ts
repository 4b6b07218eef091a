import { annulCultivation } from '#domain/cultivation/cultivation';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.annulCultivation, async ({ params, body, actor, deps }) => {
  const record = await deps.cultivations.get(params.cultivationId);
  return deps.cultivations.save(annulCultivation(record, body.reason, { actor, now: deps.now() }));
});
