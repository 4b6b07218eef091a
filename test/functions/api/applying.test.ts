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
