import type { AuditEvent } from '#domain/audit/event';
import { isEnd } from '#domain/lifecycle';
import type { Deps } from '#functions/runtime/deps';

/** A cycle's end moves its retention; a revocation holds files while it is open, and a ban keeps them (A29, D13). */
const movesRetention = ({ type, recordType, move }: AuditEvent): boolean =>
  recordType === 'cycle'
    ? type === 'cycleCompleted' || type === 'cycleArchived'
    : recordType === 'revocation' && (type === 'revocationOpened' || (!!move && isEnd('revocation', move.to)));

/** Starts what takes longer than a consumer has, each once for its event. */
export async function startRecordsWork(happened: AuditEvent, deps: Deps): Promise<void> {
  const { type, recordType, recordId, eventId } = happened;
  if (type === 'dossierRequested') await deps.executions.startWork(recordId, { work: 'dossier', exportId: recordId });
  if (type === 'disposalApproved') await deps.executions.startWork(recordId, { work: 'disposal', recordId });
  if (movesRetention(happened))
    await deps.executions.startWork(`keep-${eventId}`, {
      work: 'keep',
      recordId,
      recordType: recordType === 'cycle' ? 'cycle' : 'revocation',
    });
}
