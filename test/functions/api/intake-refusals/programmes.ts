import { usualDepartments } from '#domain/programme/departments';
import { programmeId } from '#test/build/an-application';
import { calendars, described } from '#test/build/cycle';
import { anOrganisation } from '#test/build/eligibility';
import { idOf } from '#test/functions/api/api';
import type { Attempt } from './intake.ts';
import { row } from './intake.ts';

const aNew = (programmeId: string, certificatePrefix: string) => ({
  ...{ programmeId, name: '奖', nameEn: 'Award', grantedBy: '市政府', legalBasis: '办法', certificatePrefix },
});

const grant = (sub: string, body: object): Attempt => ({
  by: 'admin',
  route: 'grantRole',
  params: { personId: idOf(sub) },
  body: { programmeId, ...body },
});

const departments = (items: object[]): Attempt => ({
  by: 'admin',
  route: 'saveDepartments',
  params: { programmeId },
  body: { items },
});

const ruleSet = (documentNumber: string, issuedOn: string): Attempt => ({
  by: 'admin',
  route: 'addRuleSet',
  params: { programmeId },
  body: { title: '办法', documentNumber, legalBasis: '法', issuedOn, effectiveOn: issuedOn },
});

const calendar = (year: number, holidays: string[], shiftedWorkingDays: string[] = []): Attempt => ({
  by: 'admin',
  route: 'loadCalendar',
  params: { programmeId, year: String(year) },
  body: { holidays, shiftedWorkingDays, source: '国办通知' },
});

const [first] = calendars;

/** Refusals about programmes, people, roles and calendars. */
export const programmeRows = [
  row('person.already-registered', 409, undefined, 'who is registered registers again', () => ({
    by: 'owner',
    route: 'register',
    body: { name: 'owner', consent: true },
  })),
  row('programme.prefix-taken', 409, 'A25', 'another programme’s certificates begin so', async (intake) => {
    await intake.done('admin', 'createProgramme', { body: aNew('first-award', 'ONE') });
    return { by: 'admin', route: 'createProgramme', body: aNew('second-award', 'ONE') };
  }),
  row('programme.department-twice', 400, 'A16', 'a code is listed twice', () =>
    departments([...usualDepartments, ...usualDepartments.slice(0, 1)]),
  ),
  row('programme.department-held', 409, 'A16', 'somebody answers for one that is left out', () =>
    departments(usualDepartments.filter((d) => d.code !== 'tax')),
  ),
  row('grant.department-unknown', 400, 'A16', 'the list has no such department', () =>
    grant('colleague', { role: 'department', departmentCode: 'nowhere' }),
  ),
  row('grant.incompatible', 409, 'A7', 'an officer becomes a member of the committee', () =>
    grant('office', { role: 'committeeMember' }),
  ),
  row('grant.applies', 409, 'A7', 'somebody who has a draft becomes an officer', async (intake) => {
    await intake.application({}, 'drafter');
    return grant('drafter', { role: 'office' });
  }),
  row('grant.detail-missing', 400, 'A10', 'a recommending body without its jurisdiction', () =>
    grant('colleague', { role: 'recommendingBody' }),
  ),
  row('grant.not-standing', 409, undefined, 'there is no such grant', () => ({
    by: 'admin',
    route: 'endGrant',
    params: { personId: idOf('office'), grantId: 'grt_none' },
    body: { reason: '离任' },
  })),
  row('rule-set.exists', 409, 'A1', 'the document is a version already', () =>
    ruleSet('昆政发〔2020〕1号', '2020-12-25'),
  ),
  row('rule-set.not-issued', 400, 'A1', 'it is dated after today', () => ruleSet('昆政发〔2027〕2号', '2027-03-02')),
  row('rule-set.unknown', 400, 'A1', 'a cycle goes by a version that is not there', () => ({
    by: 'office',
    route: 'draftCycle',
    params: { programmeId },
    body: { ...described({ year: 2032, criteria: {} }), ruleSetVersion: 9 },
  })),
  row('calendar.other-year', 400, 'A16', 'a date of another year', () => calendar(2028, ['2027-12-31'])),
  row('calendar.holiday-and-shifted', 400, 'A16', 'a day is off and worked', () =>
    calendar(2028, ['2028-01-08'], ['2028-01-08']),
  ),
  row('calendar.date-twice', 400, 'A16', 'a date comes twice', () => calendar(2028, ['2028-01-03', '2028-01-03'])),
  row('calendar.shifted-on-weekday', 400, 'A16', 'a Monday is shifted', () => calendar(2028, [], ['2028-01-10'])),
  row('calendar.same', 409, 'A16', 'the year is loaded and says the same', async (intake) => {
    const [loaded] = (await intake.deps.programmes.get(programmeId)).calendars;
    const { holidays = [], shiftedWorkingDays = [], source } = loaded ?? {};
    const attempt = calendar(2027, holidays, shiftedWorkingDays);
    return { ...attempt, body: { ...attempt.body, source } };
  }),
  row('calendar.reason-missing', 400, 'A16', 'a loaded year is replaced without a reason', () =>
    calendar(2027, [...(first?.holidays ?? []), '2027-02-08']),
  ),
  row('calendar.year-missing', 409, 'A16', 'working days of a year that is not loaded', async (intake) => ({
    by: 'office',
    route: 'requestCorrection',
    at: '2027-12-30T01:00:00.000Z',
    params: { applicationId: await intake.application(anOrganisation()) },
    body: { items: ['补'] },
  })),
];
