import type { Application } from '#domain/application/application';
import type { CalendarYear } from '#domain/calendar/working-days';
import type { Cycle } from '#domain/cycle/cycle';
import { rules } from '#domain/cycle/rules';
import type { Finding } from '#domain/eligibility/findings';
import { naturesOf } from '#domain/eligibility/dated-fact';
import { itemsToFind } from '#domain/eligibility/findings';
import { newHead } from '#domain/record';
import { anApplication, programmeId } from '#test/build/an-application';

/** 2027 with New Year's Day off and one shifted working day: Saturday 27 February is worked. */
export const calendars: CalendarYear[] = [
  { year: 2027, holidays: ['2027-01-01', '2027-03-08'], shiftedWorkingDays: ['2027-02-27'], source: 'test' },
];

/** A cycle that closes at 24:00 of 31 March 2027. */
export const aCycle = (given: Partial<Cycle> = {}): Cycle => ({
  ...newHead(programmeId),
  cycleId: 'cyc_1',
  title: '2027',
  year: 2027,
  status: 'announced',
  approvalReference: '1',
  opensAt: '2027-01-31T16:00:00.000Z',
  closesAt: '2027-03-31T16:00:00.000Z',
  criteria: {},
  settingsVersion: 1,
  calendars: [],
  amendments: [],
  rules: rules.parse({}),
  ...given,
});

const saved = { version: 1, savedAt: '2027-02-01T00:00:00.000Z', savedBy: 'owner', savedByName: 'owner' };
const contact = { contactName: 'c', contactPhone: '1', contactEmail: 'c@example.org' };

type Identity = NonNullable<Application['sections']['organisationIdentity']>['content'];
type Person = NonNullable<Application['sections']['individualIdentity']>['content'];
type Results = NonNullable<Application['sections']['results']>['content'];

/** An organisation under eligibility review, recommended, sound in every figure. */
export const anOrganisation = (
  given: Partial<Application> = {},
  identity: Partial<Identity> = {},
  fiscalYears: Results['fiscalYears'] = [2024, 2025, 2026].map((year) => ({ year, netProfit: 1, policyLoss: false })),
): Application =>
  anApplication({
    stage: 'EligibilityReview',
    code: '2027-Z-1',
    recommendation: { jurisdiction: '五华区', opinion: '同意', by: 'body', at: '2027-02-02T00:00:00.000Z' },
    sections: {
      organisationIdentity: {
        ...saved,
        content: {
          ...contact,
          name: '滇池机械',
          creditCode: '91530100MA6K000000',
          registeredOn: '2010-01-01',
          registrationType: 'company',
          registrationAuthority: '昆明市市场监督管理局',
          legalPerson: true,
          domicileDivision: '530102',
          address: '昆明',
          jurisdiction: '五华区',
          seniorLeader: '李',
          ...identity,
        },
      },
      results: { ...saved, content: { fiscalYears } },
    },
    ...given,
  });

/** An individual under eligibility review, recommended. */
export const anIndividual = (identity: Partial<Person> = {}, given: Partial<Application> = {}): Application =>
  anApplication({
    applicationId: 'app_2',
    kind: 'individual',
    stage: 'EligibilityReview',
    code: '2027-G-1',
    recommendation: { jurisdiction: '五华区', opinion: '同意', by: 'body', at: '2027-02-02T00:00:00.000Z' },
    sections: {
      individualIdentity: {
        ...saved,
        content: {
          ...contact,
          name: '王工',
          idKind: 'other',
          idNumber: 'X1',
          employer: '滇池机械',
          topManager: false,
          jurisdiction: '五华区',
          workPeriods: [{ from: '2010-01-01', division: '530102', employer: '滇池机械', duty: '质量' }],
          ...identity,
        },
      },
    },
    ...given,
  });

const documented = { source: '应急管理局', documentNumber: '函〔2026〕1号' };
const natureOf = (item: string) => naturesOf[item]?.[0] ?? 'state';

/** A finding on every item, all in favour; some are given. */
export const findingsFor = (kind: Application['kind'], given: Record<string, Finding['result']> = {}): Finding[] => {
  const { conditions, exclusions } = itemsToFind(kind, rules.parse({}));
  return [
    ...conditions.map((item): Finding => ({ item, result: given[item] ?? 'met', reason: '有据' })),
    ...exclusions.map((item): Finding => ({
      item,
      result: given[item] ?? 'absent',
      reason: '查无',
      ...(given[item] === 'present' && { ...documented, fact: { nature: natureOf(item), on: '2026-06-01' } }),
    })),
  ];
};
