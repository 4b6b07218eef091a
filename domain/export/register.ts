import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import type { ExportRecord } from './export.ts';

/** Enters a workbook that is handed out with the answer itself. */
export function registerExport(
  of: Pick<ExportRecord, 'exportId' | 'programmeId'> & { kind: 'assessorPool' | 'priorityWinners' },
  circumstances: Circumstances,
): Outcome<ExportRecord> {
  const { actor, now } = circumstances;
  const by = { personId: actor.personId, name: actor.name };
  return decided(
    circumstances,
    { ...newHead(of.programmeId), ...of, by, at: now, status: 'delivered', downloads: [{ ...by, at: now }] },
    { type: 'exportDelivered', detail: { kind: of.kind } },
  );
}
