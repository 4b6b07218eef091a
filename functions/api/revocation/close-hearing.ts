import { enter } from '#domain/case';
import { closeHearing } from '#domain/revocation/hear';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepFiles } from './keep-files.ts';

export const handler = http(routes.closeHearing, async ({ params, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  enter('revocation', revocation, 'closeHearing', actor);
  const { kept } = await keepFiles(revocation, deps);
  const outcome = closeHearing(revocation, kept, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
