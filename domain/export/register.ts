import { hasRole } from '../actor.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import type { ExportRecord } from './export.ts';

type Delivered = Pick<ExportRecord, 'exportId' | 'programmeId' | 'kind' | 'applicationId' | 'document'>;

function delivered(of: Delivered, circumstances: Circumstances): Outcome<ExportRecord> {
  const { actor, now } = circumstances;
  const by = { personId: actor.personId, name: actor.name };
  const { kind, document } = of;
  return decided(
    circumstances,
    { ...newHead(of.programmeId), ...of, by, at: now, status: 'delivered', downloads: [{ ...by, at: now }] },
    { type: 'exportDelivered', detail: { kind, ...(document && { documentId: document.documentId }) } },
  );
}

/** Enters a workbook that is handed out with the answer itself. */
export const registerExport = (
  of: Pick<ExportRecord, 'exportId' | 'programmeId'> & { kind: 'assessorPool' | 'priorityWinners' },
  circumstances: Circumstances,
): Outcome<ExportRecord> => delivered(of, circumstances);

/** Who works for the award and not for a party. */
const staff = ['office', 'auditor', 'registrar'] as const;

/** An objection's evidence is known to its investigator alone, the papers of the process are nobody's personal data. */
const ofAParty = /^(application|on-site|revocation|inspection|annual-report):/;

/**
 * Enters a party's single file that staff took; undefined for everybody else and for every other file: who opened those
 * stands in their own trail (PIPL).
 */
export function registerFile(
  { programmeId, parent, documentId, kind }: Document,
  { exportId, applicationId }: { exportId: string; applicationId: string | undefined },
  circumstances: Circumstances,
): Outcome<ExportRecord> | undefined {
  const isStaff = staff.some((role) => hasRole(circumstances.actor, role, programmeId));
  if (!isStaff || !ofAParty.test(parent)) return undefined;
  return delivered(
    { exportId, programmeId, kind: 'file', document: { documentId, kind }, ...(applicationId && { applicationId }) },
    circumstances,
  );
}
