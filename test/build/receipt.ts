import type { Application } from '#domain/application/application';

/** The receipt of a submission with these files. */
export const aReceipt = (...documentIds: string[]): NonNullable<Application['receipt']> => ({
  ...{ number: 'R1', at: '2027-02-10T00:00:00.000Z', manifestSha256: '' },
  files: documentIds.map((documentId) => ({
    ...{ documentId, kind: 'evidence', name: '证.pdf', format: 'application/pdf' },
    ...{ size: 1, sha256: '', recordsKey: `kept/${documentId}` },
  })),
});
