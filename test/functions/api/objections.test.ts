import { afterAll, beforeAll, expect, test } from 'vitest';
import { underNotice } from '#test/build/notice';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake } from './intake-refusals/intake.ts';
import { filing } from './intake-refusals/requests.ts';

let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

/** An applicant in its notice, on which the public can write. */
async function published() {
  const noticeId = await intake.notice();
  const notices = { EligibilityNotice: { noticeId, endsAt: '2027-03-09T16:00:00.000Z' } };
  return { noticeId, applicationId: await intake.application({ ...underNotice(), notices }) };
}

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
