import { expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { recommend, recommendable } from '#domain/recommendation/recommend';
import { at, officer, owner, someone } from '#test/build/an-application';
import { anIndividual, anOrganisation } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const body = someone('body', 'recommendingBody', { jurisdiction: '五华区' });
const elsewhere = someone('other', 'recommendingBody', { jurisdiction: '官渡区' });
const open = anOrganisation({ recommendation: undefined });
const paper = (given: Partial<Document>) =>
  ({ documentId: 'doc_1', ownerId: 'body', status: 'checked', ...given }) as Document;

test('a body recommends an applicant of its own jurisdiction, organisation or individual', () => {
  const { next } = recommend(open, { opinion: '同意推荐', document: paper({}) }, at(body));
  expect(next.recommendation).toMatchObject({
    jurisdiction: '五华区',
    opinion: '同意推荐',
    by: 'body',
    documentId: 'doc_1',
  });
  const person = anIndividual({}, { recommendation: undefined });
  expect(recommend(person, { opinion: '同意' }, at(body)).next.recommendation?.jurisdiction).toBe('五华区');
});

test.each([
  ["another jurisdiction's body", open, elsewhere, 'record.not-found'],
  ['the office', open, officer, 'record.not-found'],
  ['the applicant', open, owner, 'record.not-found'],
  ['its own body, while it is a draft', { ...open, stage: 'Draft' as const }, body, 'record.not-found'],
  ['its own body, too late', { ...open, stage: 'Consultation' as const }, body, 'stage.action-unavailable'],
  [
    'another body, which learns nothing of the stage',
    { ...open, stage: 'Consultation' as const },
    elsewhere,
    'record.not-found',
  ],
  ['its own body a second time', anOrganisation(), body, 'recommendation.given-already'],
  ['its own body during the correction', { ...open, stage: 'Correction' as const }, body, 'allowed'],
] as const)('the recommendation by %s', (_, application, who, code) =>
  expect(refusalOf(() => recommend(application, { opinion: '同意' }, at(who)))).toBe(code),
);

test.each([
  ["someone else's paper", { ownerId: 'other' }, 'record.not-found'],
  ['a paper that was not checked', { status: 'awaited' as const }, 'document.not-checked'],
])('%s signs nothing', (_, given, code) =>
  expect(refusalOf(() => recommend(open, { opinion: '同意', document: paper(given) }, at(body)))).toBe(code),
);

test('a body sees who an applicant is and how far, and nothing else', () => {
  expect(Object.keys(recommendable(anOrganisation())).sort()).toEqual(
    ['applicationId', 'code', 'kind', 'name', 'recommendedAt', 'stage'].sort(),
  );
});
