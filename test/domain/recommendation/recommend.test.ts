import { describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { applicationFor } from '#domain/application/views';
import { rules } from '#domain/cycle/rules';
import type { Document } from '#domain/document/document';
import { recommendationEndsAt } from '#domain/recommendation/deadline';
import { recommend, recommendable, recommendableInFull } from '#domain/recommendation/recommend';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const body = someone('body', 'recommendingBody', { jurisdiction: '五华区' });
const elsewhere = someone('other', 'recommendingBody', { jurisdiction: '官渡区' });
const open = anOrganisation({ recommendation: undefined });
const paper = (given: Partial<Document> = {}) =>
  ({
    documentId: 'doc_1',
    ownerId: 'body',
    kind: 'recommendation',
    format: 'application/pdf',
    status: 'checked',
    sha256: 'ab',
    ...given,
  }) as Document;
const endsAt = '2027-04-14T16:00:00.000Z';
const signed = { opinion: '同意推荐', document: paper(), endsAt };

test('a body recommends an applicant of its own jurisdiction, organisation or individual', () => {
  const { next } = recommend(open, signed, at(body));
  expect(next.recommendation).toMatchObject({
    jurisdiction: '五华区',
    opinion: '同意推荐',
    by: 'body',
    documentId: 'doc_1',
  });
  const person = anIndividual({}, { recommendation: undefined });
  expect(recommend(person, signed, at(body)).next.recommendation?.jurisdiction).toBe('五华区');
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
  expect(refusalOf(() => recommend(application, signed, at(who)))).toBe(code),
);

test('in the correction it is given on what was handed in, not on what is being edited', () => {
  const edited = anOrganisation({ recommendation: undefined }, { jurisdiction: '官渡区', name: '改名' }).sections;
  const correcting = { ...open, stage: 'Correction' as const, handedIn: open.sections, sections: edited };
  expect(recommend(correcting, signed, at(body)).next.recommendation?.jurisdiction).toBe('五华区');
  expect(refusalOf(() => recommend(correcting, signed, at(elsewhere)))).toBe('record.not-found');
  expect(recommendableInFull(correcting, endsAt).name).toBe('滇池机械');
});

test.each([
  ["someone else's paper", { ownerId: 'other' }, 'record.not-found'],
  ['a paper that was not checked', { status: 'awaited' as const }, 'document.not-checked'],
  ['a picture', { format: 'image/png' as const }, 'recommendation.not-a-pdf'],
  ['another kind of paper', { kind: 'minutes' as const }, 'recommendation.wrong-paper'],
])('%s signs nothing', (_, given, code) =>
  expect(refusalOf(() => recommend(open, { ...signed, document: paper(given) }, at(body)))).toBe(code),
);

test('a body sees who an applicant is and how far, and nothing else', () => {
  expect(Object.keys(recommendable(anOrganisation())).sort()).toEqual(
    ['applicationId', 'code', 'kind', 'name', 'recommendedAt', 'stage'].sort(),
  );
});

test('the opinion can be given to the last millisecond of its time (D17)', () => {
  const given = (now: string) => refusalOf(() => recommend(open, signed, at(body, now)));
  expect(given('2027-04-14T15:59:59.999Z')).toBe('allowed');
  expect(given('2027-04-14T16:00:00.000Z')).toBe('recommendation.late');
});

describe('the time for recommendations', () => {
  const cycle = aCycle();
  const april = [{ year: 2027, holidays: ['2027-04-05'], shiftedWorkingDays: ['2027-04-10'], source: 'test' }];

  test('is ten working days from the day after closing, days off and shifted days as they are', () => {
    // 1, 2, 6–9, 10 (shifted), 12–14 April; the 5th is off.
    expect(recommendationEndsAt({}, cycle, april)).toBe('2027-04-14T16:00:00.000Z');
  });

  test('ends with applications where the cycle gives none', () => {
    const none = aCycle({ rules: rules.parse({ recommendationWorkingDays: 0 }) });
    expect(recommendationEndsAt({}, none, april)).toBe(cycle.closesAt);
  });

  test('runs from the later closing for an applicant that was given more time', () => {
    const extension = {
      closesAt: '2027-04-02T16:00:00.000Z',
      reason: 'r',
      by: 'officer',
      at: '2027-03-31T00:00:00.000Z',
    };
    expect(recommendationEndsAt({ extension }, cycle, april)).toBe('2027-04-16T16:00:00.000Z');
  });

  test('runs from the correction for who became another, but never ends before the others’', () => {
    const since = (recommendedAnewSince: string) => recommendationEndsAt({ recommendedAnewSince }, cycle, april);
    expect(since('2027-04-15T01:00:00.000Z')).toBe('2027-04-29T16:00:00.000Z');
    expect(since('2027-03-01T01:00:00.000Z')).toBe('2027-04-14T16:00:00.000Z');
  });

  test('is not guessed in a year without a calendar', () => {
    expect(refusalOf(() => recommendationEndsAt({}, cycle, []))).toBe('calendar.year-missing');
  });
});

test('a body sees of one applicant what it needs for its opinion, and never the form', () => {
  const shown = recommendableInFull(anOrganisation(), endsAt);
  expect(shown).toMatchObject({ name: '滇池机械', registeredOn: '2010-01-01', endsAt });
  expect(JSON.stringify(shown)).not.toContain('netProfit');
  expect(JSON.stringify(shown)).not.toContain('c@example.org');
});

test('while the opinion is missing, applicant and office see it', () => {
  const missing = (of: Application) => applicationFor(officer, of).recommendationMissing;
  expect(missing(open)).toBe(true);
  expect(missing(anOrganisation())).toBe(false);
  expect(applicationFor(owner, open).recommendationMissing).toBe(true);
});
