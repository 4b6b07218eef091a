import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listPeople, ({ query, deps }) => deps.people.list(query));
