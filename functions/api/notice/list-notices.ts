import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listNotices, ({ query, deps }) =>
  deps.notices.ofProgramme(query.programmeId, query),
);
