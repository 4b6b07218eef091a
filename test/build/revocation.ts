import type { Document } from '#domain/document/document';
import { newHead } from '#domain/record';
import type { Revocation } from '#domain/revocation/revocation';
import { officer, owner, programmeId, someone } from './an-application.ts';

export const registrar = someone('registrar', 'registrar');
/** Another of the office's officers. */
export const colleague = someone('officer-2', 'office');

/** A year without holidays. */
export const plainCalendar = (year: number) => ({
  ...{ year, revision: 1, source: '国办通知', holidays: [], shiftedWorkingDays: [] },
});

/** The signed decision that the registrar brought. */
export const aDecision = (given: Partial<Document> = {}): Document => ({
  ...newHead(programmeId),
  version: 1,
  documentId: 'doc_d',
  parent: `programme:${programmeId}~registrar`,
  ownerId: registrar.personId,
  kind: 'governmentDecision',
  name: '决定.pdf',
  format: 'application/pdf',
  size: 1000,
  sha256: 'a'.repeat(64),
  confidential: false,
  status: 'checked',
  stagingKey: 'doc_d',
  ...given,
});

/** A file of the case. */
export const aFile = (given: Partial<Document> = {}): Document =>
  aDecision({
    documentId: 'doc_e',
    kind: 'revocationEvidence',
    parent: 'revocation:rev_1',
    ownerId: 'officer',
    ...given,
  });

const noticeAt = '2027-03-01T01:00:00.000Z';

/** A revocation case; what the test is about is given. */
export const aRevocation = (given: Partial<Revocation> = {}): Revocation => ({
  ...newHead(programmeId),
  version: 1,
  revocationId: 'rev_1',
  certificateNumber: 'KM2026-ZL-Z01',
  applicationId: 'app_1',
  ownerId: owner.personId,
  winnerName: '昆明滇池精密机械有限公司',
  award: 'qualityAward',
  awardYear: 2026,
  stage: 'Investigation',
  stageEnteredAt: noticeAt,
  ground: 'fraud',
  facts: '查实申报时提供虚假财务数据。',
  kept: [],
  tasks: [],
  ...given,
});

const investigation = { text: '属实', by: officer.personId, at: noticeAt };

/** A case whose winner is being heard, until 24:00 of 8 March 2027, a Monday. */
export const inHearing = (hearing: Partial<NonNullable<Revocation['hearing']>> = {}): Revocation =>
  aRevocation({
    stage: 'Hearing',
    investigation,
    hearing: { notice: '拟撤销', noticeAt, endsAt: '2027-03-08T16:00:00.000Z', statements: [], ...hearing },
  });

/** A case that the committee decided to bring before the government, on 10 March 2027. */
export const beforeGovernment = (given: Partial<Revocation> = {}): Revocation => ({
  ...inHearing({ outcome: 'lapsed' }),
  stage: 'GovernmentRevocation',
  committeeDecision: {
    ...{ meetingId: 'mtg_1', revoke: true, reason: '表决通过' },
    ...{ by: 'member-01', at: '2027-03-10T02:00:00.000Z' },
  },
  ...given,
});
