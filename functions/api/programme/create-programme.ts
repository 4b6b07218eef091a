import { createProgramme } from '#domain/programme/programme';
import { requireRole } from '#domain/require-role';
import { loadBuiltIn } from '#domain/review/criteria/built-in';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.createProgramme, async ({ body, actor, deps }) => {
  requireRole(actor, 'administrator', '*');
  const circumstances = { actor, now: deps.now() };
  const criteria = loadBuiltIn(body.programmeId, deps.newId, circumstances);
  return deps.programmes.create(createProgramme(body, circumstances), criteria);
});
