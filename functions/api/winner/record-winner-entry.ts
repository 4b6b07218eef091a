import { recordWinnerEntry } from '#domain/winner/record-entry';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordWinnerEntry, async ({ params, body, actor, deps }) => {
  const winner = await deps.winners.get(params.certificateNumber);
  const circumstances = { actor, now: deps.now() };
  return deps.winnerEntries.save(recordWinnerEntry(winner, deps.newId('wen'), body, circumstances));
});
