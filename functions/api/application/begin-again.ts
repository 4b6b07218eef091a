import { beginAgain, takeOver } from '#domain/application/begin-again';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

/* Files first, draft last: after a crash between the two nothing refers to the files, and the repeat draws new ids. */
export const handler = http(routes.beginAgain, async ({ params, actor, deps }) => {
  const from = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(from.cycleId);
  const applicationId = deps.newId('app');
  const circumstances = { actor, now: deps.now() };
  const outcome = beginAgain(from, { cycle, applicationId }, circumstances);
  const files = await deps.documents.of(`application:${from.applicationId}`);
  for (const file of files.filter((f) => f.status === 'checked'))
    await deps.documents.takeOver(takeOver(file, { from, applicationId, id: deps.newId('doc') }, circumstances));
  const answer = asApplicant(outcome.next, actor);
  await deps.applications.beginAgain(outcome, answer);
  return answer;
});
