import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listEditions, ({ params, query, deps }) =>
  deps.editions.ofProgramme(params.programmeId, query),
);
