import { publicReports } from '#domain/annual-report/annual-report';
import { publicPage } from '#functions/runtime/public-page';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { unknownCertificate, verification } from './verification-page.ts';

export const handler = http(routes.showVerification, async ({ params: { certificateNumber }, deps }) => {
  const winner = await deps.winners.find(certificateNumber);
  if (!winner) return publicPage('查无此证书', unknownCertificate(certificateNumber), 404);
  const programme = await deps.programmes.get(winner.programmeId);
  const reports = publicReports(await Array.fromAsync(deps.annualReports.ofWinner(certificateNumber)), winner);
  return publicPage(`证书查验 ${certificateNumber}`, verification(winner, programme, reports, deps.now()));
});
