import { expect, test } from 'vitest';
import { recordFinding } from '#domain/eligibility/record-finding';
import { reviewSheet } from '#domain/eligibility/review-sheet';
import { at, officer } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation } from '#test/build/eligibility';

const file = {
  documentId: 'doc_1',
  kind: 'evidence',
  name: '审计.pdf',
  format: 'application/pdf',
  size: 1,
  sha256: 'a',
};
const declarations = [{ condition: 'A12(6)', statement: '三年盈利', documents: ['doc_1'] }];
const sound = anOrganisation();
const of = anOrganisation({
  receipt: {
    number: '1',
    at: '2027-03-01T00:00:00.000Z',
    manifestSha256: 'm',
    files: [
      { ...file, recordsKey: 'k' },
      { ...file, documentId: 'doc_2', recordsKey: 'k2' },
    ],
  },
  sections: {
    ...sound.sections,
    conditions: { ...sound.sections.results!, content: { declarations } },
  },
});

test('each item shows what was declared, the files tied to it, the arithmetic and the finding with who and when', () => {
  const finding = {
    item: 'A13(6)',
    result: 'present',
    reason: '欠税',
    source: '税务局',
    documentNumber: '1',
    fact: { nature: 'penalty', on: '2024-03-31' },
  } as const;
  const { next } = recordFinding(of, { finding, cycle: aCycle() }, at(officer));
  const sheet = reviewSheet(next, aCycle());
  const item = (name: string) => sheet.find((i) => i.item === name);
  expect(sheet).toHaveLength(16);
  expect(item('A12')?.arithmetic[0]?.sentence.zh).toContain('满 3 年之日为 2013-01-01');
  expect(item('A12(6)')).toMatchObject({ declaration: '三年盈利', evidence: [{ documentId: 'doc_1' }] });
  expect(item('A12(6)')?.arithmetic).toHaveLength(3);
  expect(item('A13(6)')).toMatchObject({ finding: { by: 'officer', result: 'present' } });
  expect(item('A13(6)')?.facts[0]?.zh).toContain('自 2024-03-31(含)起算');
});

test('registered by the province, the sheet tells the officer to look at the licence (A12)', () => {
  const a12 = (given: object) => reviewSheet({ ...of, ...given }, aCycle()).find((i) => i.item === 'A12')?.lookAt;
  expect(a12({ domicileToCheck: true })?.zh).toContain('营业执照');
  expect(a12({ domicileToCheck: false })).toBeUndefined();
});

test('of an individual it shows the conditions and the exclusions that apply to a person', () =>
  expect(reviewSheet(anIndividual(), aCycle()).map((i) => i.item)).toEqual([
    ...[1, 2, 3, 4, 5].map((n) => `A14(${n})`),
    ...[3, 5, 6].map((n) => `A13(${n})`),
  ]));
