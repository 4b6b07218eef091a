import { beginAgain, takenOverId, takeOver } from '#domain/application/begin-again';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

/* Files first, draft last: after a crash between the two nothing refers to the files, and the repeat draws new ids. */
export const handler = http(routes.beginAgain, async ({ params, actor, deps }) => {
  const from = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(from.cycleId);
  const applicationId = deps.newId('app');
  const circumstances = { actor, now: deps.now() };
  const files = (await deps.documents.of(`application:${from.applicationId}`)).filter((f) => f.status === 'checked');
  const renamed = new Map(files.map((f) => [f.documentId, takenOverId(applicationId, deps.newId('doc'))]));
  const outcome = beginAgain(from, { cycle, applicationId, renamed }, circumstances);
  for (const file of files) {
    const documentId = renamed.get(file.documentId) ?? '';
    await deps.documents.takeOver(takeOver(file, { from, applicationId, documentId }, circumstances));
  }
  const answer = asApplicant(outcome.next, actor);
  await deps.applications.beginAgain(outcome, answer);
  return answer;
});
