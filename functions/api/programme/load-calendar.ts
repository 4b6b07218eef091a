import { loadCalendar } from '#domain/programme/programme';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.loadCalendar, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', params.programmeId);
  const programme = await deps.programmes.get(params.programmeId);
  const year = { ...body, year: params.year };
  await deps.programmes.save(loadCalendar(programme, year, { actor, now: deps.now() }), [], year);
  return year;
});
