import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listCalendars, async ({ params, deps }) => {
  const { calendars, earlierCalendars } = await deps.programmes.get(params.programmeId);
  return { items: calendars, earlier: earlierCalendars };
});
