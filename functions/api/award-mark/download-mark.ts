import { refuseUnlessMarked } from '#domain/award-mark/entitlement';
import { awardMark } from '#domain/award-mark/mark';
import { drawingFormats, printed } from '#functions/runtime/drawings';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { download, entitledWinner } from './download.ts';

export const handler = http(routes.downloadMark, async ({ params: { certificateNumber, format }, actor, deps }) => {
  const winner = await entitledWinner(certificateNumber, actor, deps);
  refuseUnlessMarked(winner, (await deps.cycles.get(winner.cycleId)).rules);
  const programme = await deps.programmes.get(winner.programmeId);
  const mark = awardMark(winner, programme);
  const bytes = await printed(mark, format, { author: programme.grantedBy, at: deps.now() });
  return download(bytes, drawingFormats[format], `${mark.title}.${format}`);
});
