import { afterAll, beforeAll, expect, test } from 'vitest';
import { assemble, one } from '#local/sample/set-up';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import { recommendForAward, vote } from './chapters/decide.ts';
import { examine, findings, publish } from './chapters/eligibility.ts';
import { meetInPerson, reviewMaterials } from './chapters/review.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { recommend, untilStage } from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

/** Two for each of the eleven stages, and one that stays. */
const all = 23;

let fresh: FreshCloud;
beforeAll(async () => {
  fresh = await freshCloud();
}, 120_000);
afterAll(() => fresh.end());

const accident = { item: 'A13(3)', nature: 'accident', on: '2026-06-01', source: '应急管理局' };

/** In this stage one applicant withdraws and another is refused; the others go on. */
async function twoLeave({ cast }: Story, entrants: Entrant[], stage: string): Promise<void> {
  const [leaving, refused] = entrants.splice(-2);
  if (!leaving || !refused) throw new Error('too few entrants');
  const office = one(cast, 'office');
  for (const { applicationId } of [leaving, refused]) await untilStage(office, applicationId, stage);
  await one(cast, leaving.sub).call('withdraw', {
    params: { applicationId: leaving.applicationId },
    body: { reason: `在${stage}阶段撤回` },
  });
  const params = { applicationId: refused.applicationId };
  const unfounded = { params, body: { reason: '听说有事故', article: 'A13(3)' } };
  expect((await office.attempt('proposeRefusal', unfounded)).body.code).toBe('eligibility.no-ground');
  await office.call('recordLateFact', {
    params,
    body: { ...accident, statement: `在${stage}阶段查实较大事故`, documentNumber: '函1号' },
  });
  await office.call('proposeRefusal', { params, body: { reason: `在${stage}阶段查实不符合条件`, article: 'A13(3)' } });
  const confirmation = { params, body: { confirmed: true, reason: '复核属实。' } };
  expect((await office.attempt('decideRefusal', confirmation)).body.code).toBe('proposal.same-person');
  await one(cast, 'office-2').call('decideRefusal', confirmation);
  await untilStage(office, leaving.applicationId, 'Withdrawn');
  await untilStage(office, refused.applicationId, 'Refused');
}

const executionsOf = (status: string) =>
  fresh.cloud.states
    .executions({ limit: 100 })
    .filter((e) => e.status === status && e.machine.includes('application-lifecycle'));

test('in every stage an applicant can withdraw and the office can refuse, and the execution ends', async () => {
  const cast = await assemble(fresh.cloud);
  const story: Story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'leaving-award' };
  const { cycleId, year } = await announce(story, { assessorLoad: all });
  const office = one(cast, 'office');
  const entrants = await applyInNumbers(story, cycleId, year, all);
  expect(executionsOf('RUNNING')).toHaveLength(all);

  await twoLeave(story, entrants, 'EligibilityReview');
  for (const { applicationId } of entrants.slice(-2))
    await office.call('requestCorrection', { params: { applicationId }, body: { items: ['请补充上年度审计报告'] } });
  await twoLeave(story, entrants, 'Correction');
  await examine(story, entrants.slice(0, -2));
  for (const { applicationId } of entrants.slice(-2)) await passTo(story, applicationId);
  await twoLeave(story, entrants, 'Consultation');
  await twoLeave(story, entrants, 'EligibilityNotice');
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
  await twoLeave(story, entrants, 'MaterialReview');
  await reviewMaterials(story, cycleId, entrants);
  await twoLeave(story, entrants, 'Defence');
  await meetInPerson(story, entrants.slice(0, -2), { upTo: 'Recommendation' });
  await meetInPerson(story, entrants.slice(-2), { upTo: 'OnSiteReview' });
  await twoLeave(story, entrants, 'OnSiteReview');
  await twoLeave(story, entrants, 'Recommendation');
  await recommendForAward(story, cycleId, entrants);
  await twoLeave(story, entrants, 'CommitteeVote');
  await vote(story, cycleId, entrants);
  await twoLeave(story, entrants, 'AwardNotice');
  await publish(story, cycleId, 'AwardNotice', entrants, 'GovernmentApproval');
  await twoLeave(story, entrants, 'GovernmentApproval');

  await fresh.cloud.clock.settle();
  expect(executionsOf('FAILED')).toEqual([]);
  expect(executionsOf('RUNNING')).toHaveLength(entrants.length);
  expect(executionsOf('SUCCEEDED')).toHaveLength(all - entrants.length);
  expect((await one(cast, 'admin').call('listFaults')).items).toEqual([]);
}, 480_000);

/** Through eligibility to the consultation, and no further. */
async function passTo({ cast, programmeId }: Story, applicationId: string): Promise<void> {
  await recommend(one(cast, 'wuhua'), programmeId, applicationId);
  await one(cast, 'office').call('passEligibility', {
    params: { applicationId },
    body: { findings: findings.organisation },
  });
}
