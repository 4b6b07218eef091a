import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listProgrammes, ({ query, deps }) => deps.programmes.list(query));
