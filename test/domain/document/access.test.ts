import { describe, expect, test } from 'vitest';
import { readable } from '#domain/document/access';
import type { Document } from '#domain/document/document';
import { declareDocument } from '#domain/document/upload';
import { anOrganisation } from '#test/build/eligibility';
import { at, officer, owner, programmeId } from '#test/build/an-application';

const file = (id: string, given: Partial<Document> = {}): Document => {
  const declared = {
    ...({ kind: 'evidence', name: `${id}.pdf`, format: 'application/pdf' } as const),
    ...{ size: 1, sha256: 'a'.repeat(64), confidential: false },
  };
  const parent = { programmeId, parent: 'application:app_1', handedIn: [] };
  return { ...declareDocument(parent, declared, [], id, at(owner)).next, documentId: id, status: 'checked', ...given };
};

describe('while a correction is under way', () => {
  const filed = { kind: 'evidence', name: '', format: '', size: 1, sha256: '', recordsKey: '' };
  const of = anOrganisation({
    stage: 'Correction',
    receipt: {
      ...{ number: 'R1', at: '2027-02-10T00:00:00.000Z', manifestSha256: '' },
      files: ['kept', 'replaced'].map((documentId) => ({ ...filed, documentId })) as never,
    },
  });
  const files = [file('kept'), file('replaced', { status: 'removed' }), file('new')];
  const seenBy = (actor: typeof owner) => readable(actor, of, files).map((d) => d.documentId);

  test('the office reads what was handed in, not what is being uploaded, replaced or taken back', () => {
    expect(seenBy(officer)).toEqual(['kept', 'replaced']);
  });

  test('the applicant sees their own files as they stand', () => {
    expect(seenBy({ ...owner, personId: of.ownerId })).toEqual(['kept', 'new']);
  });
});
