import { recommend, recommendable } from '#domain/recommendation/recommend';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recommend, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const document = body.documentId ? await deps.documents.get(body.documentId) : undefined;
  const outcome = recommend(application, { opinion: body.opinion, document }, { actor, now: deps.now() });
  const answer = recommendable(outcome.next);
  await deps.applications.save(outcome, [], answer);
  return answer;
});
