import { fixRecommendedList } from '#domain/ranking/recommended-list';
import { http } from '#functions/runtime/http';
import { refuseUnlessSeesAll } from '../cycle/refuse-unless-sees-all.ts';
import { routes } from '../routes.ts';
import { candidatesFor, owedReports, reporting } from './candidates.ts';

export const handler = http(routes.fixRecommendedList, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  await refuseUnlessSeesAll(deps, cycle.cycleId, ...reporting, 'Recommendation');
  const candidates = {
    ...(await candidatesFor(deps, cycle, 'recommendedList', 'Recommendation')),
    owedReports: await owedReports(deps, cycle.cycleId),
  };
  const circumstances = { actor, now: deps.now() };
  return deps.lists.save(fixRecommendedList(cycle, deps.newId('lst'), body.entries, candidates, circumstances));
});
