import { createProgramme } from '#domain/programme/programme';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.createProgramme, async ({ body, actor, deps }) => {
  requireRole(actor, 'administrator', '*');
  return deps.programmes.create(createProgramme(body, { actor, now: deps.now() }));
});
