import { publicReports } from '#domain/annual-report/annual-report';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listPublicReports, async ({ params: { certificateNumber }, deps }) => {
  const winner = await deps.winners.get(certificateNumber);
  const reports = await Array.fromAsync(deps.annualReports.ofWinner(certificateNumber));
  return { items: publicReports(reports, winner) };
});
