import { addRuleSet } from '#domain/programme/rule-set';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addRuleSet, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', params.programmeId);
  const programme = await deps.programmes.get(params.programmeId);
  const outcome = addRuleSet(programme, body, { actor, now: deps.now() });
  const added = outcome.next.ruleSets.at(-1);
  await deps.programmes.save(outcome, [], added);
  return added as NonNullable<typeof added>;
});
