import { refuseUnlessMarked } from '#domain/award-mark/entitlement';
import { awardMark } from '#domain/award-mark/mark';
import { drawingFormats, printed } from '#functions/runtime/drawings';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { routes } from '../routes.ts';
import { download, entitledWinner } from './download.ts';

export const handler = http(routes.downloadMark, async ({ params: { certificateNumber, format }, actor, deps }) => {
  const winner = await entitledWinner(certificateNumber, actor, deps);
  refuseUnlessMarked(winner, await pinnedRules(winner.cycleId, deps));
  const programme = await deps.programmes.get(winner.programmeId);
  const mark = awardMark(winner, programme);
  const bytes = await printed(mark, format, { author: programme.grantedBy, at: deps.now() });
  return download(bytes, drawingFormats[format], `${mark.title}.${format}`);
});
