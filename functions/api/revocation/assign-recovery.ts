import { assignRecovery } from '#domain/revocation/recover';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.assignRecovery, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const officers = (await deps.people.holders(revocation.programmeId, 'office')).map((o) => o.personId);
  const outcome = assignRecovery(revocation, { ...body, task: params.task }, officers, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
