import { enter } from '#domain/case';
import { concludeInvestigation } from '#domain/revocation/investigate';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepFiles } from './keep-files.ts';

export const handler = http(routes.concludeInvestigation, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  enter('revocation', revocation, 'concludeInvestigation', actor);
  const file = { ...body, ...(await keepFiles(revocation, deps)) };
  const outcome = concludeInvestigation(revocation, file, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
