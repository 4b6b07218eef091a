import { describe, expect, test } from 'vitest';
import { mayRead, readable } from '#domain/document/access';
import type { Document } from '#domain/document/document';
import { declareDocument } from '#domain/document/upload';
import { isReviewing } from '#domain/review/on-panel';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { aReceipt } from '#test/build/receipt';
import { inReview, member, outsider } from '#test/build/review';

const file = (id: string, given: Partial<Document> = {}): Document => {
  const declared = {
    ...({ kind: 'evidence', name: `${id}.pdf`, format: 'application/pdf' } as const),
    ...{ size: 1, sha256: 'a'.repeat(64), confidential: false },
  };
  const parent = { programmeId, parent: 'application:app_1', handedIn: [] };
  return { ...declareDocument(parent, declared, [], id, at(owner)).next, documentId: id, status: 'checked', ...given };
};

describe('while a correction is under way', () => {
  const of = anOrganisation({ stage: 'Correction', receipt: aReceipt('kept', 'replaced') });
  const files = [file('kept'), file('replaced', { status: 'removed' }), file('new')];
  const seenBy = (actor: typeof owner) => readable(actor, of, files).map((d) => d.documentId);

  test('the office reads what was handed in, not what is being uploaded, replaced or taken back', () => {
    expect(seenBy(officer)).toEqual(['kept', 'replaced']);
  });

  test('the applicant sees their own files as they stand', () => {
    expect(seenBy({ ...owner, personId: of.ownerId })).toEqual(['kept', 'new']);
  });
});

describe('the files of a case under review', () => {
  const ended = {
    ...member,
    grants: member.grants.map((g) => ({ ...g, until: '2027-02-20T00:00:00.000Z' })),
  };
  const elsewhere = { ...member, grants: member.grants.map((g) => ({ ...g, programmeId: 'another-award' })) };
  test.each([
    ['a member of the panel', member, true],
    ['an assessor of another panel', outsider, false],
    ['a member whose role has ended', ended, false],
    ['a member who is an assessor of another award alone', elsewhere, false],
    ['a member without any role', someone('member'), false],
  ])('are read by %s: as it is', (_, actor, may) => {
    expect(mayRead(actor, inReview())).toBe(may);
    expect(isReviewing(inReview(), actor)).toBe(may);
  });

  test('are not read by the panel after the review', () => {
    expect(mayRead(member, inReview({ stage: 'Recommendation' }))).toBe(false);
  });
});
