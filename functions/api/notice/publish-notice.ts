import { draftNotice, periodFrom } from '#domain/public-notice/draft';
import { prepareNotice } from '#domain/public-notice/prepare';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { standingFor } from './standing.ts';

export const handler = http(routes.publishNotice, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  const standing = await standingFor(cycle, body.kind, deps);
  const named = { ...body, noticeId: deps.newId('ntc'), listId: deps.newId('lst') };
  const outcome = prepareNotice(standing, named, { actor, now: deps.now() });
  // What can be seen at once is refused at once: nobody to publish, a year without a calendar.
  periodFrom(deps.now(), cycle.rules, standing.programme.calendars);
  const first = await deps.applications.ofCycle(cycle.cycleId, { limit: 100 }, body.kind);
  refuseUnless(!!first.cursor || draftNotice(first.items, body).entries.length > 0, 'notice.nobody');
  return deps.notices.order(outcome, standing.earlier.length);
});
