import { creditCodeOf, organisationForm } from '#local/sample/forms';
import { one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { announceCycle } from '../chapters/announce.ts';
import { applyAs, crowdOrganisation } from '../chapters/apply.ts';
import { award, recommendForAward, vote } from '../chapters/decide.ts';
import { publishNotice } from '../chapters/eligibility.ts';
import { moveClock, until, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';
import {
  admit,
  apply,
  closeIntake,
  complete,
  crowdOf,
  gate,
  meet,
  quietly,
  reviewMaterials,
  shortlist,
  split,
  weedOut,
} from './cycle.ts';
import { bringBeforeTheCommittee, revokeNow } from './revocations.ts';
import { certificateOf } from './roll.ts';
import { morningOf } from './years.ts';

/**
 * The cycle of 2033. Whoever was banned until 28 February is refused on that day and applies on the next; another winner
 * of the first cycle loses that award while its name stands in the notice of this one.
 */
export async function secondCycle(story: Story, applicants: number): Promise<string> {
  await morningOf(story, '2033-02-14');
  story.tell.chapter('2033 年一届:公告', 'The cycle of 2033: announcement');
  const { cycleId, year } = await announceCycle(story, gate);
  // One comes later, and two are winners of the first cycle.
  const { organisations, individuals } = crowdOf(applicants - 1, 101);
  const crowd = await apply(story, cycleId, year, { organisations: [2, 3, ...organisations.slice(2)], individuals });
  const { entrants: here, others } = split(crowd, { organisation: 4, individual: 3 });
  await weedOut(story, others);
  const returned = await comeBack(story, cycleId, year);
  await closeIntake(story, cycleId);
  const [second] = here as [Entrant, ...Entrant[]];
  const entrants = [returned, ...here];
  await admit(story, cycleId, entrants);
  const { reviewed, codes } = await reviewMaterials(story, cycleId, entrants);
  const shortlisted = await shortlist(story, cycleId, reviewed, codes);
  await meet(story, cycleId, shortlisted, codes);
  story.tell.chapter('评审期间撤销上一届奖励', 'An earlier award is revoked meanwhile');
  const revocationId = await bringBeforeTheCommittee(story, await certificateOf(story, second.name, 2026));
  await recommendForAward(story, cycleId, shortlisted);
  await vote(story, cycleId, shortlisted);
  const clean = await publishAndLose(story, cycleId, shortlisted, { revocationId, loser: second });
  await award(story, cycleId, clean);
  await complete(story, cycleId);
  return cycleId;
}

/** On the last banned day the first organisation is refused; at midnight it may apply again (D12). */
async function comeBack(story: Story, cycleId: string, year: number): Promise<Entrant> {
  const { place, cast, tell } = story;
  const organisation = one(cast, 'organisation');
  const applying = crowdOrganisation(1, year);
  await tell.step('禁止申报期最后一日,不予受理', 'refused on the last banned day', async () => {
    await moveClock(place, { to: '2033-02-28T23:59:00+08:00' });
    const { applicationId } = await organisation.call('beginApplication', {
      params: { cycleId },
      body: { kind: 'organisation' },
    });
    const { status, body } = await organisation.attempt('saveSection', {
      params: { applicationId, section: 'organisationIdentity' },
      body: organisationForm(creditCodeOf(2001), applying.name, []).organisationIdentity,
    });
    if (status !== 409 || body.code !== 'ban.in-force') throw new Error(`${status} ${JSON.stringify(body)}`);
    tell.remark(body.message?.zh ?? '');
  });
  return tell.step('次日零时起可以申报', 'the day after it applies', async () => {
    await moveClock(place, { to: '2033-03-01T00:00:00+08:00' });
    return applyAs(quietly(story), cycleId, applying);
  });
}

/** The notice of the proposed winners runs; one of them is banned meanwhile and leaves it, and nobody takes its place. */
async function publishAndLose(
  story: Story,
  cycleId: string,
  candidates: readonly Entrant[],
  { revocationId, loser }: { revocationId: string; loser: Entrant },
): Promise<Entrant[]> {
  const { place, cast, tell } = story;
  const office = one(cast, 'office');
  tell.chapter('拟获奖公示', 'Public award notice');
  const { noticeId, endsAt } = await tell.step('评审办发布拟获奖公示', 'the office publishes the notice', () =>
    publishNotice(office, cycleId, 'AwardNotice', '拟获奖公示名单'),
  );
  const bannedUntil = await revokeNow(story, revocationId);
  if (!bannedUntil.startsWith('2038-0')) throw new Error(`banned until ${bannedUntil}`);
  await tell.step(
    `${loser.name}本届申报即时终止,公示更正`,
    'its case ends at once, and the notice is corrected',
    async () => {
      const { ended } = await untilStage(office, loser.applicationId, 'Ended');
      if (ended?.article !== 'A27') throw new Error(JSON.stringify(ended));
      const { items } = await until(
        'the correction of the notice',
        () => visitor(place, 'public').call('listNoticeRemovals', { params: { noticeId } }),
        (removals) => removals.items.length > 0,
      );
      if (items.length !== 1 || items[0]?.name !== loser.name) throw new Error(JSON.stringify(items));
      tell.remark(items[0].reason);
    },
  );
  const clean = candidates.filter((c) => c.applicationId !== loser.applicationId);
  await tell.step('公示期满', 'the period passes', async () => {
    await moveClock(place, { to: new Date(Date.parse(endsAt) + 60_000).toISOString() });
    for (const { applicationId } of clean) await untilStage(office, applicationId, 'GovernmentApproval');
  });
  return clean;
}
