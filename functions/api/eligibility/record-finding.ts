import { recordFinding } from '#domain/eligibility/record-finding';
import { http } from '#functions/runtime/http';
import { keepFound } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.recordFinding, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const finding = { ...body, item: params.item };
  const circumstances = { actor, now: deps.now() };
  const outcome = recordFinding(application, { finding, cycle }, circumstances);
  const papers = await keepFound(application, [finding], circumstances, deps);
  return deps.applications.saveWithPapers(outcome, papers);
});
