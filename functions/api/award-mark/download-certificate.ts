import { certificateOf } from '#domain/award-mark/certificate';
import { drawingFormats, printed, scanCode } from '#functions/runtime/drawings';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { download, entitledWinner } from './download.ts';

export const handler = http(
  routes.downloadCertificate,
  async ({ params: { certificateNumber }, actor, origin, deps }) => {
    const winner = await entitledWinner(certificateNumber, actor, deps);
    const programme = await deps.programmes.get(winner.programmeId);
    const url = `${origin}/api/certificates/${encodeURIComponent(certificateNumber)}/page`;
    const certificate = certificateOf(winner, programme, { url, code: scanCode(url) });
    const bytes = await printed(certificate, 'pdf', { author: programme.grantedBy, at: deps.now() });
    return download(bytes, drawingFormats.pdf, `${certificate.title}.pdf`);
  },
);
