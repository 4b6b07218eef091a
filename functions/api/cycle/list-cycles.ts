import { phaseOf } from '#domain/cycle/cycle';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listCycles, async ({ params, query, deps }) => {
  const page = await deps.cycles.ofProgramme(params.programmeId, query);
  const announced = page.items.filter((c) => c.status === 'announced');
  return { ...page, items: announced.map((c) => ({ ...c, phase: phaseOf(c, deps.now()) })) };
});
