import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { publishNotice } from '#domain/public-notice/publish';
import { at, officer, programmeId } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { aNotice, underNotice } from '#test/build/notice';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake, now } from './intake-refusals/intake.ts';
import { filing } from './intake-refusals/requests.ts';

/*
 * On Monday 1 March 2027 a correction, a letter, a notice and an objection get their last days by the calendar as it is.
 * Then the administrator loads a corrected one, with 5 and 9 March and 5 April off.
 */
let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

const cycleId = 'cyc_1';
const correct = async () => {
  await intake.done('admin', 'loadCalendar', {
    params: { programmeId, year: '2027' },
    body: {
      holidays: ['2027-01-01', '2027-03-05', '2027-03-08', '2027-03-09', '2027-04-05'],
      ...{ shiftedWorkingDays: ['2027-02-27'], source: '国办更正通知', reason: '放假安排调整' },
    },
  });
};

/** A correction is requested of an application. */
async function requestCorrection(): Promise<string> {
  const applicationId = await intake.application(anOrganisation());
  await intake.done('office', 'requestCorrection', { params: { applicationId }, body: { items: ['补'] } });
  return applicationId;
}
const correctionOf = async (applicationId: string) => (await intake.deps.applications.get(applicationId)).correction;

/** A letter to the tax office about an applicant. */
async function issueLetter(): Promise<{ letterId: string; applicationId: string }> {
  const applicationId = await intake.application(anOrganisation({ stage: 'Consultation' }));
  const body = { departmentCodes: ['tax'], question: '有无违法?', applicationIds: [applicationId] };
  const { items } = await intake.done('office', 'issueLetters', { params: { cycleId }, body });
  return { letterId: (items as { letterId: string }[])[0]?.letterId ?? '', applicationId };
}

/** A notice is published, by the calendar as it is loaded. */
async function publish(): Promise<string> {
  const noticeId = intake.nextId('ntc');
  const ordered = { ...aNotice(), noticeId, listId: intake.nextId('lst'), status: 'preparing' as const, version: 0 };
  const { calendars } = await intake.deps.programmes.get(programmeId);
  await intake.deps.notices.publish(
    publishNotice({ notice: ordered, rules: rules.parse({}), calendars }, at(officer, now)),
  );
  return noticeId;
}

/** Somebody objects to an applicant of the notice. */
async function object(noticeId: string) {
  const { endsAt } = await intake.deps.notices.published(noticeId);
  const notices = { EligibilityNotice: { noticeId, endsAt } };
  const applicationId = await intake.application({ ...underNotice(), notices });
  return intake.done('public', 'fileObjection', { params: { noticeId }, body: filing(applicationId) });
}
const treatedAs = async (noticeId: string) => (await object(noticeId)).treatedAs;
const verifiedBy = async (noticeId: string) =>
  (await intake.deps.objections.get(String((await object(noticeId)).receiptNumber))).dueOn;

const recommendationEnd = async () => {
  const applicationId = await intake.application(anOrganisation({ recommendation: undefined }));
  return (await intake.done('wuhua', 'showRecommendable', { params: { applicationId } })).endsAt;
};

test('a corrected calendar moves no deadline that was fixed, and counts for every one that is fixed later', async () => {
  const corrected = await requestCorrection();
  const letter = await issueLetter();
  const noticeId = await publish();
  const objectionDueOn = await verifiedBy(noticeId);
  const fixed = async () => ({
    correction: (await correctionOf(corrected))?.endsAt,
    letter: (await intake.deps.letters.get(letter.letterId)).dueOn,
    onTheApplication: (await intake.deps.applications.get(letter.applicationId)).consultations[0]?.dueOn,
    notice: (await intake.done('public', 'showNotice', { params: { noticeId } })).endsAt,
  });
  const before = await fixed();
  expect(before).toEqual({
    ...{ correction: '2027-03-09T16:00:00.000Z', letter: '2027-03-16', onTheApplication: '2027-03-16' },
    notice: '2027-03-09T16:00:00.000Z',
  });
  expect(objectionDueOn).toBe('2027-03-09');
  expect(await recommendationEnd()).toBe('2027-04-14T16:00:00.000Z');

  await correct();

  expect(await fixed()).toEqual(before);
  // The correction that was asked for before ends at the instant it was given, though that day is now one off.
  intake.at('2027-03-09T16:00:00.000Z');
  const late = await intake.call('owner', 'submit', { params: { applicationId: corrected } });
  expect(late.body).toMatchObject({ code: 'application.correction-over', detail: { endsAt: before.correction } });
  expect(await treatedAs(noticeId)).toBe('lead');
  intake.at('2027-03-09T15:00:00.000Z');
  expect(await treatedAs(noticeId)).toBe('objection');
  const escalation = { outcome: '电话确认', documentNumber: '函1号' };
  const params = { applicationId: letter.applicationId, departmentCode: 'tax' };
  intake.at('2027-03-16T16:00:00.000Z');
  expect((await intake.call('office', 'recordEscalation', { params, body: escalation })).status).toBe(200);

  intake.at(now);
  expect((await correctionOf(await requestCorrection()))?.dueOn).toBe('2027-03-11');
  expect((await intake.deps.letters.get((await issueLetter()).letterId)).dueOn).toBe('2027-03-18');
  const preview = await intake.done('office', 'previewNotice', {
    params: { cycleId },
    query: { kind: 'EligibilityNotice' },
  });
  expect(preview.lastDay).toBe('2027-03-11');
  expect(await verifiedBy(noticeId)).toBe('2027-03-11');
  // Nobody was given the end of the recommendations as a date of their own: it is counted whenever it is asked.
  expect(await recommendationEnd()).toBe('2027-04-15T16:00:00.000Z');
});
