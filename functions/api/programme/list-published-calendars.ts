import { publishedCalendars } from '#domain/calendar/published';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listPublishedCalendars, () => Promise.resolve({ items: [...publishedCalendars] }));
