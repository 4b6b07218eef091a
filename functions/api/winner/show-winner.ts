import { supportMeasuresOf } from '#domain/winner/entry';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showWinner, async ({ params: { certificateNumber }, deps }) => {
  const winner = await deps.winners.get(certificateNumber);
  const stands = winner.status === 'standing';
  const entries = stands ? await Array.fromAsync(deps.winnerEntries.allOfWinner(certificateNumber)) : [];
  return { ...winner, priority: stands, supportMeasures: supportMeasuresOf(entries) };
});
