import { refuseUnlessReader } from '#domain/winner/record-entry';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listWinnerEntries, async ({ params: { certificateNumber }, query, actor, deps }) => {
  const winner = await deps.winners.get(certificateNumber);
  const application = winner.applicationId ? await deps.applications.find(winner.applicationId) : undefined;
  refuseUnlessReader(winner, application ?? {}, actor);
  return deps.winnerEntries.ofWinner(certificateNumber, query);
});
