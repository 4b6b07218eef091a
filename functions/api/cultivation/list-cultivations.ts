import { hasRole, jurisdictionsOf } from '#domain/actor';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listCultivations, async ({ params: { programmeId }, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor', 'recommendingBody'], programmeId);
  const seesAll = hasRole(actor, 'office', programmeId) || hasRole(actor, 'auditor', programmeId);
  const own = jurisdictionsOf(actor, programmeId);
  const chosen = query.jurisdiction ?? (seesAll || own.length !== 1 ? undefined : own[0]);
  if (seesAll && !chosen) return deps.cultivations.ofProgramme(programmeId, query);
  refuseUnless(chosen !== undefined && (seesAll || own.includes(chosen)), 'recommendation.jurisdiction-unclear', {
    jurisdictions: own,
  });
  return deps.cultivations.ofJurisdiction(programmeId, chosen, query);
});
