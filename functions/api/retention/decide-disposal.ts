import { decideDisposal } from '#domain/retention/decide';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.decideDisposal, async ({ params, body, actor, deps }) => {
  const of = await deps.appraisals.get(params.appraisalId);
  return deps.appraisals.save(decideDisposal(of, body, { actor, now: deps.now() }));
});
