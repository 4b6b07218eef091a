import { overseesAttempt } from '#domain/audit/refused-attempt';
import { firstBreak } from '#domain/audit/event';
import type { AuditEvent } from '#domain/audit/event';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.readAuditTrail, async ({ params, query, actor, deps }) => {
  const { recordType, recordId } = params;
  if (recordType === 'refusal') {
    const closed = await deps.conflicts.closed();
    return deps.audit.refusals(recordId, query, (attempt) => overseesAttempt(actor, attempt, closed));
  }
  const stores = {
    application: deps.applications,
    revocation: deps.revocations,
    cycle: deps.cycles,
    programme: deps.programmes,
    list: deps.lists,
    notice: deps.notices,
    objection: deps.objections,
    meeting: deps.meetings,
    winner: deps.winners,
    duty: deps.duties,
    document: deps.documents,
    cultivation: deps.cultivations,
    assignment: deps.assignments,
    edition: deps.editions,
    export: deps.exports,
    bonus: deps.bonuses,
    ban: deps.bans,
    inspection: deps.inspections,
    push: deps.pushes,
    appraisal: deps.appraisals,
    publication: deps.publications,
    resolution: deps.resolutions,
  };
  const record = await stores[recordType].get(recordId);
  requireRole(actor, 'auditor', record.programmeId);
  const events: AuditEvent[] = [];
  for await (const event of deps.audit.trail(recordType, recordId)) events.push(event);
  const brokenAt = firstBreak(events, record.chain, deps.audit.linkHash);
  return { whole: brokenAt === undefined, brokenAt, events };
});
