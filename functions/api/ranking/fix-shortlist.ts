import { fixShortlist } from '#domain/ranking/shortlist';
import { http } from '#functions/runtime/http';
import { refuseUnlessSeesAll } from '../cycle/refuse-unless-sees-all.ts';
import { routes } from '../routes.ts';
import { candidatesFor } from './candidates.ts';

export const handler = http(routes.fixShortlist, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  await refuseUnlessSeesAll(deps, cycle.cycleId, 'MaterialReview');
  const candidates = await candidatesFor(deps, cycle, 'shortlist', 'MaterialReview');
  const circumstances = { actor, now: deps.now() };
  return deps.lists.save(fixShortlist(cycle, deps.newId('lst'), body.entries, candidates, circumstances));
});
