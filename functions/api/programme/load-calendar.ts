import { loadCalendar } from '#domain/programme/calendars';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.loadCalendar, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', params.programmeId);
  const programme = await deps.programmes.get(params.programmeId);
  const outcome = loadCalendar(programme, { ...body, year: params.year }, { actor, now: deps.now() });
  const loaded = outcome.next.calendars.find((c) => c.year === params.year);
  await deps.programmes.save(outcome, [], loaded);
  return loaded as NonNullable<typeof loaded>;
});
