import { proposeDisposal } from '#domain/retention/decide';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.proposeDisposal, async ({ params, body, actor, deps }) => {
  const of = await deps.appraisals.get(params.appraisalId);
  return deps.appraisals.save(proposeDisposal(of, body, { actor, now: deps.now() }));
});
