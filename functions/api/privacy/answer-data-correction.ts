import { answerCorrection } from '#domain/privacy/correction';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.answerDataCorrection, async ({ params, body, actor, deps }) => {
  const of = await deps.correctionRequests.get(params.requestId);
  return deps.correctionRequests.save(answerCorrection(of, body, { actor, now: deps.now() }));
});
