import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listFaults, ({ query, deps }) => deps.faults.list(query));
