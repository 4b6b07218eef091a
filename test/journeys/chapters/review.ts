import { one } from '#local/sample/set-up';
import { clockOf, moveClock, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const assessors = ['assessor-1', 'assessor-2', 'assessor-3'];
const [leader = ''] = assessors;
const day = 86_400_000;

const sheet = (codes: readonly string[], percentage: number) =>
  codes.map((code) => ({ code, percentage, strengths: '方法系统、部署充分。', improvements: '加强与标杆的对比。' }));

/** A score of so many points by the sheet that a cycle has by default. */
const defenceScore = (points: number) => [
  { code: 'D1', points: 240 },
  { code: 'D2', points: points - 480 },
  { code: 'D3', points: 240 },
];

/** Panels, independent review, consensus, shortlist (A17). */
export async function reviewMaterials({ place, cast, tell }: Story, cycleId: string, entrants: readonly Entrant[]) {
  tell.chapter('材料评审', 'Material review');
  const office = one(cast, 'office');
  await tell.step('评审员签署公正与保密承诺', 'assessors sign impartiality and confidentiality', async () => {
    for (const sub of assessors)
      await one(cast, sub).call('signPledge', {
        params: { cycleId },
        body: { impartiality: true, confidentiality: true },
      });
  });
  for (const { sub, applicationId, name } of entrants) {
    const params = { applicationId };
    const criteria = await office.call('showCriteria', { params: { cycleId, kind: sub } });
    const items = criteria.categories.flatMap((c) => c.items.map((i) => i.code));
    await tell.step(`为${name}组建评审组`, `a panel is formed: ${sub}`, () =>
      office.call('formPanel', {
        params,
        body: {
          leaderId: cast.idOf(leader),
          assessorIds: assessors.map((a) => cast.idOf(a)),
          conflictsChecked: true,
        },
      }),
    );
    await tell.step(`3 位评审员独立评审${name}(${items.length} 项)`, `three independent reviews: ${sub}`, async () => {
      for (const [index, assessor] of assessors.entries()) {
        const by = one(cast, assessor);
        const mine = await by.call('listMyReviews');
        const reviewId = mine.items.find((r) => r.applicationId === applicationId)?.reviewId ?? '';
        await by.call('saveReview', { params: { reviewId }, body: { items: sheet(items, [65, 70, 75][index] ?? 70) } });
        await by.call('handInReview', { params: { reviewId } });
      }
    });
    await tell.step(`组长提交${name}的材料评审报告`, `the leader hands in the panel report: ${sub}`, () =>
      one(cast, leader).call('handInPanelReport', {
        params,
        body: {
          items: sheet(items, 70),
          themes: '战略清晰,过程受控,结果良好。',
          recommendation: '建议进入答辩和现场评审。',
        },
      }),
    );
  }
  await tell.step('评审办确定答辩和现场评审名单', 'the office fixes the shortlist', async () => {
    const preview = await office.call('previewShortlist', { params: { cycleId } });
    tell.remark(JSON.stringify(preview).slice(0, 160));
    await office.call('fixShortlist', {
      params: { cycleId },
      body: {
        entries: entrants.map(({ applicationId }) => ({
          applicationId,
          defence: true,
          onSite: true,
          reason: '材料评审成绩优良。',
        })),
      },
    });
    for (const { applicationId } of entrants) await untilStage(office, applicationId, 'Defence');
  });
  await moveClock(place, { by: '+10d' });
}

/** Defence and on-site review (A18, A19), the latter unless the story stops before it. */
export async function meetInPerson(
  { place, cast, tell, programmeId }: Story,
  entrants: readonly Entrant[],
  { upTo }: { upTo: 'OnSiteReview' | 'Recommendation' } = { upTo: 'Recommendation' },
): Promise<void> {
  tell.chapter('答辩与现场评审', 'Defence and on-site review');
  const office = one(cast, 'office');
  for (const { sub, applicationId, name } of entrants) {
    const params = { applicationId };
    const at = new Date((await clockOf(place)) + 2 * day).toISOString();
    await tell.step(`${name}登记答辩人,评审办安排答辩`, `defender registered, defence scheduled: ${sub}`, async () => {
      const defender = sub === 'organisation' ? '刘建国' : name;
      await one(cast, sub).call('registerDefender', { params, body: { name: defender } });
      await office.call('scheduleDefence', { params, body: { at, room: '市政务中心 301' } });
    });
    await moveClock(place, { to: at });
    await tell.step(`评审组为${name}的答辩评分`, `the panel scores the defence: ${sub}`, async () => {
      await office.call('beginDefence', { params });
      for (const [index, assessor] of assessors.entries())
        await one(cast, assessor).call('scoreDefence', { params, body: { items: defenceScore(780 + index * 10) } });
      await office.call('endDefence', { params });
      await office.call('completeDefence', { params, body: {} });
      await untilStage(office, applicationId, 'OnSiteReview');
    });
    if (upTo === 'Recommendation') await visit({ place, cast, tell, programmeId }, { sub, applicationId, name });
  }
}

/** The visit with its findings, signatures and report (A19); `photos` are taken when it has begun. */
export async function visit(
  { place, cast, tell }: Story,
  { sub, applicationId, name }: Entrant,
  photos?: (applicationId: string) => Promise<string[]>,
): Promise<void> {
  const office = one(cast, 'office');
  const params = { applicationId };
  await tell.step(`现场评审${name}并提交报告`, `on-site review with its report: ${sub}`, async () => {
    const from = new Date((await clockOf(place)) + 3 * day).toISOString().slice(0, 10);
    const { cycleId } = await office.call('showApplication', { params });
    const criteria = await office.call('showCriteria', { params: { cycleId, kind: sub } });
    const codes = criteria.categories.flatMap((c) => c.items.map((i) => i.code));
    const planned = codes.slice(0, 2);
    await office.call('planOnSite', {
      params,
      body: { from, to: from, team: assessors.map((a) => cast.idOf(a)), items: planned.map((code) => ({ code })) },
    });
    await moveClock(place, { by: '+5d' });
    const evidence = (await photos?.(applicationId)) ?? [];
    for (const code of planned)
      await one(cast, leader).call('recordOnSiteFinding', {
        params: { ...params, code },
        body: { verdict: 'confirmed', text: '现场核实与申报材料一致。', evidence },
      });
    for (const assessor of assessors) await one(cast, assessor).call('signFindings', { params });
    await one(cast, sub).call('answerFindings', { params, body: { decision: 'signed' } });
    await one(cast, leader).call('handInOnSiteReport', {
      params,
      body: { items: codes.map((code) => ({ code, percentage: 70 })), conclusion: '现场评审通过。' },
    });
    await untilStage(office, applicationId, 'Recommendation');
  });
}
