import { afterAll, beforeAll, expect, test } from 'vitest';
import { underNotice } from '#test/build/notice';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake, now } from './intake-refusals/intake.ts';
import { filing } from './intake-refusals/requests.ts';

let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

/** An applicant in its notice, on which the public can write. */
async function published() {
  intake.at(now);
  const noticeId = await intake.notice();
  const notices = { EligibilityNotice: { noticeId, endsAt: '2027-03-09T16:00:00.000Z' } };
  return { noticeId, applicationId: await intake.application({ ...underNotice(), notices }) };
}

test('an objection without evidence freezes until the notice ends and is a lead then; one with evidence goes on freezing', async () => {
  const { noticeId, applicationId } = await published();
  const file = (name: string) =>
    intake.done('public', 'fileObjection', { params: { noticeId }, body: { ...filing(applicationId), name } });
  const [bare, proven] = [await file('孙某'), await file('李某')];
  expect(bare).toMatchObject({ treatedAs: 'objection', evidenceUntil: '2027-03-09T16:00:00.000Z' });
  await intake.document(`objection:${String(proven.receiptNumber)}`, { kind: 'objectionEvidence' });
  const sweptOn = async (day: string) => {
    intake.at(`${day}T23:30:00.000Z`);
    await intake.runEvent('daily-duties', { scheduledTime: `${day}T23:30:00Z` });
    return (await intake.deps.applications.get(applicationId)).objections.map((o) => o.status);
  };
  // The sweep of 9 March in Shanghai, the last day; and of the 10th.
  expect(await sweptOn('2027-03-08')).toEqual(['open', 'open']);
  expect(await sweptOn('2027-03-09')).toEqual(['lead', 'open']);
  const lead = await intake.deps.objections.get(String(bare.receiptNumber));
  expect(lead).toMatchObject({ status: 'lead', leadBecause: 'noEvidence' });
  const { version } = lead;
  await sweptOn('2027-03-10');
  expect((await intake.deps.objections.get(lead.objectionId)).version).toBe(version);
});

test('two objectors who chose the same idempotency key are both heard; a repeat of the same is one objection', async () => {
  const { noticeId, applicationId } = await published();
  const file = async (name: string) => {
    const body = { ...filing(applicationId), name, followUpCode: `the random code of ${name}` };
    return (await intake.done('public', 'fileObjection', { params: { noticeId }, body, key: '1' })).receiptNumber;
  };
  const [first, second, again] = [await file('赵某'), await file('钱某'), await file('赵某')];
  expect(second).not.toBe(first);
  expect(again).toBe(first);
  const { objections } = await intake.deps.applications.get(applicationId);
  expect(objections.map((o) => o.objectionId)).toEqual([first, second]);
});
