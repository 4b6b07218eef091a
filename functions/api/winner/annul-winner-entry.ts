import { annulWinnerEntry } from '#domain/winner/record-entry';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.annulWinnerEntry, async ({ params, body, actor, deps }) => {
  const entry = await deps.winnerEntries.get(params.entryId);
  return deps.winnerEntries.save(annulWinnerEntry(entry, body.reason, { actor, now: deps.now() }));
});
