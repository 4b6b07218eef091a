import { passEligibility } from '#domain/eligibility/pass';
import { http } from '#functions/runtime/http';
import { keepFound } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.passEligibility, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const { findings } = body;
  const circumstances = { actor, now: deps.now() };
  const outcome = passEligibility(application, { cycle, findings }, circumstances);
  const papers = await keepFound(application, findings ?? [], circumstances, deps);
  return deps.applications.saveWithPapers(outcome, papers);
});
