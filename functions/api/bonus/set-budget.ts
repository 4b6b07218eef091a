import { setBudget } from '#domain/bonus/ledger';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.setBudget, async ({ params: { programmeId, year }, body, actor, deps }) => {
  const ledger = await deps.ledgers.of(programmeId, year);
  return deps.ledgers.save(setBudget(ledger, body, { actor, now: deps.now() }));
});
