import { shown } from '#domain/cycle/cycle';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listCycles, async ({ params, query, deps }) => {
  const page = await deps.cycles.ofProgramme(params.programmeId, query);
  return { ...page, items: page.items.map((c) => shown(c, deps.now())) };
});
