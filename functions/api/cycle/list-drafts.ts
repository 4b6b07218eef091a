import { shown } from '#domain/cycle/cycle';
import { seesPreparations } from '#domain/cycle/draft';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listDrafts, async ({ params, query, actor, deps }) => {
  requireRole(actor, seesPreparations, params.programmeId);
  const page = await deps.cycles.ofProgramme(params.programmeId, query, true);
  return { ...page, items: page.items.map((c) => shown(c, deps.now())) };
});
