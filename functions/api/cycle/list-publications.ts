import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listPublications, ({ params, query, deps }) =>
  deps.publications.ofProgramme(params.programmeId, query),
);
