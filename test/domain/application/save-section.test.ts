import { describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { isDomicileToCheck } from '#domain/application/domicile';
import { describeForm } from '#domain/application/describe-form';
import type { SectionName } from '#domain/application/form';
import { saveSection } from '#domain/application/save-section';
import { rules } from '#domain/cycle/rules';
import { usualLimits } from '#domain/document/limits';
import { creditCodeOf, organisationForm } from '#local/sample/forms';
import { anApplication, at, owner, someone } from '#test/build/an-application';
import { aCycle } from '#test/build/eligibility';
import { refusalBy } from '#test/build/refused';

const cycle = aCycle();
const form = organisationForm(creditCodeOf(1), '滇池机械', [2024, 2025, 2026]);
const save = (of: Application, section: SectionName, content: unknown, basedOn = 0) =>
  saveSection(of, { cycle, section, content, basedOn }, at(owner));

describe('two people edit one section', () => {
  const first = save(anApplication(), 'profile', { text: '初稿' }).next;
  const second = save(first, 'profile', { text: '二稿' }, 1).next;

  test('each save has a version of its own', () => {
    expect(first.sections.profile).toMatchObject({ version: 1, savedBy: 'owner', savedByName: 'owner' });
    expect(second.sections.profile).toMatchObject({ version: 2, content: { text: '二稿' } });
  });

  test('who edited an older version is told what is there now, whose it is and since when', () => {
    expect(refusalBy(() => save(second, 'profile', { text: '另一稿' }, 1))).toEqual({
      code: 'application.section-changed',
      detail: {
        section: 'profile',
        version: 2,
        content: { text: '二稿' },
        savedAt: at(owner).now,
        savedBy: 'owner',
        savedByName: 'owner',
      },
    });
    expect(refusalBy(() => save(second, 'profile', { text: '另一稿' }))?.code).toBe('application.section-changed');
    expect(refusalBy(() => save(anApplication(), 'profile', { text: '另一稿' }, 1))?.code).toBe(
      'application.section-changed',
    );
  });

  test('who sends what is there already is not in conflict with it', () => {
    expect(save(second, 'profile', { text: '二稿' }, 1).next.sections.profile?.version).toBe(3);
  });

  test('another section is another matter', () => {
    const saved = save(second, 'undertaking', form.undertaking).next;
    expect(saved.sections.undertaking?.version).toBe(1);
    expect(saved.sections.profile).toBe(second.sections.profile);
  });
});

describe('who may apply as an organisation (A12)', () => {
  const identified = (given: object) =>
    save(anApplication(), 'organisationIdentity', { ...form.organisationIdentity, ...given });

  test.each([
    ['a branch by its registration', { registrationType: 'branch' }, 'application.not-legal-person'],
    ['one without legal personality', { legalPerson: false }, 'application.not-legal-person'],
    ['one at home in Qujing', { domicileDivision: '530302' }, 'application.domicile-elsewhere'],
    ['one that names no division', { domicileDivision: '五华区' }, 'application.section-invalid'],
    ['one with a wrong code', { creditCode: '91530102MA0000000I' }, 'application.section-invalid'],
  ])('%s is refused', (_, given, code) => expect(refusalBy(() => identified(given))?.code).toBe(code));

  test('the province may have registered it, when it is at home in Kunming: an officer checks', () => {
    const identity = (creditCode: string) => ({ ...form.organisationIdentity, creditCode }) as never;
    const pinned = rules.parse({});
    expect(isDomicileToCheck(identity('91530000MA6K000013'), pinned)).toBe(true);
    expect(isDomicileToCheck(identity('911100001000013428'), pinned)).toBe(true);
    expect(isDomicileToCheck(identity(creditCodeOf(1)), pinned)).toBe(false);
  });

  test('another award has its own area', () => {
    const elsewhere = aCycle({ rules: rules.parse({ domicileArea: '530181' }) });
    const edit = {
      cycle: elsewhere,
      section: 'organisationIdentity',
      content: form.organisationIdentity,
      basedOn: 0,
    } as const;
    expect(refusalBy(() => saveSection(anApplication(), edit, at(owner)))?.code).toBe('application.domicile-elsewhere');
  });
});

describe('what is declared and signed', () => {
  const declaring = (...items: string[]) =>
    refusalBy(() =>
      save(anApplication(), 'conditions', { declarations: items.map((condition) => ({ condition, statement: 's' })) }),
    );
  const paths = (refused: ReturnType<typeof refusalBy>) =>
    (refused?.detail.fields as { path: string }[] | undefined)?.map((f) => f.path);

  test('is an item of this kind of applicant, each once', () => {
    expect(declaring('A12', 'A12(1)', 'A13(7)')).toBeUndefined();
    expect(declaring('A12(1)', 'A14(1)', 'A99')?.code).toBe('application.section-invalid');
    expect(paths(declaring('A12(1)', 'A14(1)', 'A99'))).toEqual([
      'declarations.1.condition',
      'declarations.2.condition',
    ]);
    expect(paths(declaring('A12(1)', 'A13(3)', 'A12(1)'))).toEqual(['declarations.2.condition']);
  });

  test.each([
    ['today', '2027-03-01', undefined],
    ['tomorrow', '2027-03-02', ['signedOn']],
  ])('the undertaking signed %s', (_, signedOn, refused) =>
    expect(paths(refusalBy(() => save(anApplication(), 'undertaking', { ...form.undertaking, signedOn })))).toEqual(
      refused,
    ),
  );
});

test('a section of the other kind of applicant is refused, and so is a stranger', () => {
  expect(refusalBy(() => save(anApplication(), 'individualIdentity', {}))?.code).toBe('application.wrong-section');
  const edit = { cycle, section: 'profile', content: { text: '稿' }, basedOn: 0 } as const;
  expect(refusalBy(() => saveSection(anApplication(), edit, at(someone('stranger'))))?.code).toBe('person.not-owner');
});

test('the form tells a program its sections, fields, limits, mandatory parts and files', () => {
  const described = describeForm(cycle.rules, 'organisation', ['五华区', '官渡区', '五华区']);
  expect(described.sections.map((s) => [s.name, s.mandatory])).toEqual([
    ['organisationIdentity', true],
    ['profile', true],
    ['results', true],
    ['conditions', true],
    ['undertaking', true],
    ['relations', false],
  ]);
  const [identity, profile] = described.sections;
  expect(identity?.fields.find((f) => f.name === 'creditCode')).toEqual({
    name: 'creditCode',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    required: true,
  });
  expect(profile?.schema).toMatchObject({ properties: { text: { maxCharacters: 3000 } } });
  expect(described.documents.filter((d) => d.mandatory).map((d) => d.kind)).toEqual([
    'applicationForm',
    'selfAssessment',
    'evidence',
    'creditUndertaking',
  ]);
  expect(described.declarations.map((d) => [d.item, d.evidence])).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`A12(${n})`, true]),
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`A13(${n})`, false]),
  ]);
  expect(described.limits).toMatchObject({ files: 100, bytes: { 'image/png': 10 * 1024 * 1024 } });
  const megabytes = { ...usualLimits.megabytes, 'image/png': 2 };
  const tight = rules.parse({ fileLimits: { megabytes, totalMegabytes: 60, files: 20 } });
  expect(describeForm(tight, 'individual', []).limits).toEqual({
    bytes: { ...described.limits.bytes, 'image/png': 2 * 1024 * 1024 },
    totalBytes: 60 * 1024 * 1024,
    files: 20,
  });
  expect(described.choices.jurisdictions).toEqual(['五华区', '官渡区']);
  const individual = describeForm(rules.parse({}), 'individual', []);
  expect(individual.declarations.filter((d) => d.evidence).map((d) => d.item)).toEqual(['A14(2)', 'A14(3)', 'A14(4)']);
  const person = individual.sections.map((s) => s.name);
  expect(person).toContain('individualIdentity');
  expect(person).not.toContain('organisationIdentity');
});
