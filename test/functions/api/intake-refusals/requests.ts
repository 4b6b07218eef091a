import { createHash } from 'node:crypto';
import { programmeId } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { underNotice } from '#test/build/notice';
import { idOf } from '#test/functions/api/api';
import { row } from './intake.ts';

const nowhere = { applicationId: 'app_none' };
const source = createHash('sha256').update('203.0.113.7').digest('hex');

/** What the public writes against an applicant. */
export const filing = (applicationId: string) => ({
  applicationId,
  name: '赵某',
  email: 'zhao@example.org',
  text: '该企业去年发生过一起较大事故。',
});

/** Refusals that any request can meet. */
export const requestRows = [
  row('request.invalid', 400, undefined, 'a field does not fit', () => ({
    by: 'office',
    route: 'requestCorrection',
    params: nowhere,
    body: { items: [] },
  })),
  row('request.not-json', 400, undefined, 'the body is no JSON', () => ({
    by: 'office',
    route: 'requestCorrection',
    params: nowhere,
    raw: '{"items":',
  })),
  row('request.idempotency-key-reused', 409, undefined, 'the key served for something else', async (intake) => {
    const given = { params: { cycleId: 'cyc_1' }, key: 'the-same-key' };
    await intake.done('owner', 'beginApplication', { ...given, body: { kind: 'organisation' } });
    return { by: 'owner', route: 'beginApplication', ...given, body: { kind: 'individual' } };
  }),
  row('record.changed', 409, undefined, 'whenever one looks again, somebody else came first', async (intake) => {
    const noticeId = await intake.notice();
    const mark = { noticeId, endsAt: '2027-03-09T16:00:00.000Z' };
    const of = await intake.application({ ...underNotice(), notices: { EligibilityNotice: mark } });
    // The second filing of the hour is there without the first: the next number is always taken.
    await intake.item({ pk: `FILINGS#2027-03-01T03#${source}`, sk: '000002', type: 'filing' });
    const at = '2027-03-01T03:00:00.000Z';
    return { by: 'public', route: 'fileObjection', at, params: { noticeId }, body: filing(of) };
  }),
  row('record.exists', 409, undefined, 'a programme of this id is there', () => ({
    by: 'admin',
    route: 'createProgramme',
    body: {
      ...{ programmeId, name: '奖', nameEn: 'Award', grantedBy: '市政府', legalBasis: '办法' },
      certificatePrefix: 'ANOTHER',
    },
  })),
  row('record.not-found', 404, undefined, 'there is no such record', () => ({
    by: 'owner',
    route: 'showApplication',
    params: nowhere,
  })),
  row('person.not-registered', 403, undefined, 'who signed in has not registered', () => ({
    by: 'stranger',
    route: 'showApplication',
    params: nowhere,
  })),
  row('person.role-missing', 403, undefined, 'an applicant does what is the office’s', () => ({
    by: 'owner',
    route: 'requestCorrection',
    params: nowhere,
    body: { items: ['补'] },
  })),
  row('person.not-owner', 403, 'A15', 'somebody else hands in', async (intake) => ({
    by: 'colleague',
    route: 'submit',
    params: { applicationId: await intake.application() },
  })),
  row('person.submit-right-missing', 403, 'A15', 'a member without that right hands in', async (intake) => {
    const who = { personId: idOf('colleague'), name: 'colleague', email: 'colleague@example.com' };
    const member = { ...who, maySubmit: false, since: '2027-02-01T00:00:00.000Z' };
    const applicationId = await intake.application({ members: [member] });
    return { by: 'colleague', route: 'submit', params: { applicationId } };
  }),
  row('person.own-application', 403, 'A7', 'an officer examines what is their own', async (intake) => ({
    by: 'clerk',
    route: 'requestCorrection',
    params: { applicationId: await intake.application(anOrganisation(), 'clerk') },
    body: { items: ['补'] },
  })),
  row('stage.action-unavailable', 409, 'A16', 'a draft is passed', async (intake) => ({
    by: 'office',
    route: 'passEligibility',
    params: { applicationId: await intake.application() },
  })),
];
