import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditCodeOf } from '#local/sample/forms';
import { handedIn } from './intake-refusals/applications.ts';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake } from './intake-refusals/intake.ts';

let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

test('whose name somebody else used applies once the office has refused the other for it, and nothing was kept before', async () => {
  const creditCode = creditCodeOf(11);
  const { params: squatted = {} } = await handedIn(intake, { creditCode }, {}, 'colleague');
  await intake.done('colleague', 'submit', { params: squatted });
  const { params = {} } = await handedIn(intake, { creditCode });
  const { applicationId } = params as { applicationId: string };

  const refused = await intake.call('owner', 'submit', { params });
  expect(refused).toMatchObject({ status: 409, body: { code: 'application.applied-already' } });
  expect(JSON.stringify(refused.body)).toContain('请向评审办反映');
  expect(await intake.kept(applicationId)).toEqual([]);

  const body = { reason: '经核实,非该单位申报', article: 'A15', falseIdentity: true };
  await intake.done('office', 'proposeRefusal', { params: squatted, body });
  expect((await intake.call('owner', 'submit', { params })).status).toBe(409);
  await intake.done('office-2', 'decideRefusal', { params: squatted, body: { confirmed: true, reason: '属实' } });
  expect(await intake.done('owner', 'submit', { params })).toMatchObject({ stage: 'EligibilityReview' });
  expect(await intake.kept(applicationId)).not.toEqual([]);
});

test('the recommending body is told the day, reminded 7 and 1 days before it, and the lapse is told once', async () => {
  const { params = {} } = await handedIn(intake, { creditCode: creditCodeOf(12) });
  await intake.done('owner', 'submit', { params });
  const { applicationId } = params as { applicationId: string };
  const events = () => Array.fromAsync(intake.deps.audit.trail('application', applicationId));
  const submitted = (await events()).find((e) => e.type === 'applicationSubmitted');
  // Ten working days after 31 March 2027.
  expect(submitted?.detail?.recommendBy).toBe('2027-04-14');
  const sweptOn = async (evening: string) => {
    const before = (await events()).length;
    intake.at(`${evening}T23:30:00.000Z`);
    await intake.runEvent('daily-duties', { scheduledTime: `${evening}T23:30:00Z` });
    return (await events()).slice(before).map((e) => [e.type, e.detail?.daysLeft]);
  };
  // Each sweep runs at 7:30 of the next day in Shanghai.
  expect(await sweptOn('2027-04-05')).toEqual([]);
  expect(await sweptOn('2027-04-06')).toEqual([['dutyReminded', 7]]);
  expect(await sweptOn('2027-04-07')).toEqual([]);
  expect(await sweptOn('2027-04-12')).toEqual([['dutyReminded', 1]]);
  expect(await sweptOn('2027-04-13')).toEqual([]);
  expect(await sweptOn('2027-04-14')).toEqual([['recommendationLapsed', undefined]]);
  expect(await sweptOn('2027-04-15')).toEqual([]);
});
