import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listWinners, ({ params, query, deps }) =>
  deps.winners.ofProgramme(params.programmeId, query),
);
