import { expect, test } from 'vitest';
import { sectionSchemas } from '#domain/application/form';

const results = (netProfit: number) => ({ fiscalYears: [{ year: 2026, netProfit, policyLoss: false }] });
const person = (idNumber: string) => ({
  name: '李四',
  idKind: 'other',
  idNumber,
  employer: '昆明某厂',
  topManager: false,
  jurisdiction: '五华区',
  workPeriods: [{ from: '2015-01-01', division: '530102', employer: '昆明某厂', duty: '质量' }],
  contactName: '李四',
  contactPhone: '1',
  contactEmail: 'li@example.com',
});

test.each([0, -0.01, 12_345_678.9, 1e14])('a net profit of %d yuan is an amount', (amount) => {
  expect(sectionSchemas.results.safeParse(results(amount)).success).toBe(true);
});

test.each([1e16, -1e16, 1e-300])('a net profit of %d yuan, which the table could not keep, is refused', (amount) => {
  expect(sectionSchemas.results.safeParse(results(amount)).success).toBe(false);
});

test('a loss is not hidden by writing its year twice (A12(6))', () => {
  const years = (...given: number[]) => ({
    fiscalYears: given.flatMap((year) => results(1).fiscalYears.map((y) => ({ ...y, year }))),
  });
  expect(sectionSchemas.results.safeParse(years(2024, 2025, 2026)).success).toBe(true);
  const read = sectionSchemas.results.safeParse(years(2024, 2025, 2026, 2026));
  expect(read.error?.issues.map((i) => i.path)).toEqual([['fiscalYears']]);
});

test('white space is not counted, but a text of nothing else has an end too', () => {
  expect(sectionSchemas.profile.safeParse({ text: `${'质'.repeat(3000)}${' '.repeat(3000)}` }).success).toBe(true);
  expect(sectionSchemas.profile.safeParse({ text: ' '.repeat(500_000) }).success).toBe(false);
});

test.each([
  ['ends before it begins', { from: '2020-01-02', to: '2020-01-01', division: '530102' }, false],
  ['is one day', { from: '2020-01-01', to: '2020-01-01', division: '530102' }, true],
  ['lasts', { from: '2020-01-01', division: '530102' }, true],
  ['was nowhere', { from: '2020-01-01' }, false],
])('a period of work that %s (A14(1))', (_, period, fits) => {
  const workPeriods = [{ ...period, employer: '昆明某厂', duty: '质量' }];
  expect(sectionSchemas.individualIdentity.safeParse({ ...person('G1'), workPeriods }).success).toBe(fits);
});

test.each(['', ' - ', '9'.repeat(41)])('an ID of another kind numbered “%s” identifies nobody', (idNumber) => {
  expect(sectionSchemas.individualIdentity.safeParse(person(idNumber)).success).toBe(false);
});

test('an ID of another kind is normalised like any', () => {
  expect(sectionSchemas.individualIdentity.parse(person('ｇ-12 34'))).toMatchObject({ idNumber: 'G1234' });
});
