import { one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { makePdf } from '../pdf.ts';
import { addPaper, clockOf, until, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const members = ['member-1', 'member-2', 'member-3'];

/** The recommended list (A20). */
export async function recommendForAward({ cast, tell }: Story, cycleId: string, entrants: readonly Entrant[]) {
  tell.chapter('推荐名单与表决', 'Recommended list and vote');
  const office = one(cast, 'office');
  await tell.step('评审办提出推荐名单', 'the office proposes the recommended list', async () => {
    await office.call('previewRecommendedList', { params: { cycleId } });
    await office.call('fixRecommendedList', {
      params: { cycleId },
      body: {
        entries: entrants.map(({ applicationId }, index) => ({
          applicationId,
          award: index % 2 === 0 ? 'qualityAward' : 'nominationAward',
          reason: '综合得分名列前茅。',
        })),
      },
    });
    for (const { applicationId } of entrants) await untilStage(office, applicationId, 'CommitteeVote');
  });
}

/** The plenary meeting and its secret ballot (A21). */
export async function vote({ place, cast, tell }: Story, cycleId: string, entrants: readonly Entrant[]): Promise<void> {
  const office = one(cast, 'office');
  const { meetingId } = await tell.step('召集全体成员大会,登记到会', 'the plenary meeting is convened', async () => {
    const convened = await office.call('conveneMeeting', {
      params: { cycleId },
      body: {
        title: '评审委员会全体成员大会',
        startsAt: new Date((await clockOf(place)) + 60_000).toISOString(),
        place: '市政府第一会议室',
        agenda: ['审议推荐名单', '无记名投票表决'],
        chairId: cast.idOf('member-1'),
      },
    });
    const params = { meetingId: convened.meetingId };
    const present = members.map((m) => cast.idOf(m));
    await office.call('recordAttendance', { params, body: { present } });
    await office.call('openBallot', { params });
    return convened;
  });
  await tell.step('3 位委员无记名投票', 'three members cast secret ballots', async () => {
    const choices = Object.fromEntries(entrants.map(({ applicationId }) => [applicationId, 'yes']));
    for (const m of members) await one(cast, m).call('castBallot', { params: { meetingId }, body: { choices } });
  });
  await tell.step('结束表决,确定拟获奖名单', 'the ballot is closed: proposed winners', async () => {
    const closed = await one(cast, 'member-1').call('closeBallot', {
      params: { meetingId },
      body: { minutes: '到会 3 人,达到法定人数。经无记名投票,通过拟获奖名单。' },
    });
    for (const count of closed.counts ?? []) tell.remark(count.reason);
    await office.call('printMinutes', { params: { meetingId } });
    for (const { applicationId } of entrants) await untilStage(office, applicationId, 'AwardNotice');
  });
}

/** The municipal decision; certificates anyone can verify (A22, A25). Gives back their numbers. */
export async function award({ place, cast, tell, programmeId }: Story, cycleId: string, entrants: readonly Entrant[]) {
  tell.chapter('市政府审定与表彰', 'Government decision and award');
  const registrar = one(cast, 'registrar');
  const anyone = visitor(place, 'public');
  const roll = () => anyone.call('listWinners', { params: { programmeId } });
  const before = (await roll()).items.map((w) => w.certificateNumber);
  await tell.step('评审办报送拟获奖名单和材料', 'the office submits the list and the package', async () => {
    const { submissionId, papers } = await one(cast, 'office').call('submitToGovernment', { params: { cycleId } });
    for (const { format } of papers) await registrar.call('downloadSubmission', { params: { submissionId, format } });
  });
  await tell.step('登记市政府决定(文号、日期、签署的 PDF)', 'the registrar enters the decision', async () => {
    const documentId = await addPaper(
      registrar,
      programmeId,
      'governmentDecision',
      makePdf('昆政发-表彰决定.pdf', 300_000, 99),
    );
    await registrar.call('recordGovernmentDecision', {
      params: { cycleId },
      body: {
        number: '昆政发〔2027〕12号',
        date: new Date((await clockOf(place)) + 8 * 3_600_000).toISOString().slice(0, 10),
        documentId,
        approved: entrants.map((e) => e.applicationId),
      },
    });
    for (const { sub, applicationId } of entrants) await untilStage(one(cast, sub), applicationId, 'Awarded');
  });
  return tell.step('任何人可查验证书', 'anyone verifies the certificates', async () => {
    const { items } = await until(
      'the roll of winners',
      roll,
      ({ items }) => items.length === before.length + entrants.length,
    );
    const fresh = items.map((w) => w.certificateNumber).filter((number) => !before.includes(number));
    for (const certificateNumber of fresh) {
      const shown = await anyone.call('verifyCertificate', { params: { certificateNumber } });
      tell.remark(`${shown.certificateNumber} ${shown.name} ${shown.award} ${shown.awardYear} ${shown.status}`);
      if (shown.status !== 'standing') throw new Error('a new certificate must stand');
    }
    return fresh;
  });
}
