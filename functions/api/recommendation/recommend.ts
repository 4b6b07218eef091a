import { recommendationEndsAt } from '#domain/recommendation/deadline';
import { recommend, recommendable, refuseUnlessTheirs } from '#domain/recommendation/recommend';
import { http } from '#functions/runtime/http';
import { keepPapers } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.recommend, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessTheirs(application, actor);
  const cycle = await deps.cycles.get(application.cycleId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  const endsAt = recommendationEndsAt(application, cycle, calendars);
  const document = await deps.documents.get(body.documentId);
  const circumstances = { actor, now: deps.now() };
  const outcome = recommend(application, { opinion: body.opinion, document, endsAt }, circumstances);
  const answer = recommendable(outcome.next);
  const papers = await keepPapers(application, [document], circumstances, deps);
  await deps.applications.saveWithPapers(outcome, papers, answer);
  return answer;
});
