import { draftCycle } from '#domain/cycle/announce';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.draftCycle, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  const { items } = await deps.cycles.ofProgramme(programmeId, {});
  const editions = await Promise.all(Object.values(body.criteria).map((id) => deps.editions.get(id)));
  const outcome = draftCycle(
    programmeId,
    deps.newId('cyc'),
    body,
    { others: items, editions },
    { actor, now: deps.now() },
  );
  const answer = { ...outcome.next, phase: 'draft' as const };
  await deps.cycles.save(outcome, [], answer);
  return answer;
});
