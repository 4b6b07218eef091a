import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, one } from '#local/sample/set-up';
import type { Cast } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { announce } from './chapters/announce.ts';
import { applyTogether, numbered } from './chapters/apply.ts';
import { award } from './chapters/decide.ts';
import { examineTogether, publish, publishNotice } from './chapters/eligibility.ts';
import { defend, scheduleDefences, visitAll } from './chapters/in-person.ts';
import { join, newcomers } from './chapters/newcomers.ts';
import { object, settle } from './chapters/object.ts';
import type { Codes, Reviewed } from './chapters/panels.ts';
import { codesOf, formPanel, report, review, reviewAll, sheetOf } from './chapters/panels.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { makePdf } from './pdf.ts';
import { addPaper, askingAgain, clockOf, inParallel, moveClock, recordResolution, untilStage } from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

/*
 * Twelve organisations (o1…o12) and four individuals (i1…i4) from announcement to certificates:
 * o1 is closed to an officer; o3 and o4 are equal to the last digit and tie for the last place; an assessor's conflict
 * with o6 is found after their sheet; o7's award meets an objection that is upheld; o8 is not recommended; nobody comes
 * to o9's defence; o10 is not on the on-site list; o11, o12 and i4 are not shortlisted.
 */
const rules = {
  assessorLoad: 16,
  shortlist: { mode: 'gate', lineMilli: 500_000 },
  quotas: {
    qualityAward: { organisation: 3, individual: 1 },
    nominationAward: { organisation: 2, individual: 1 },
  },
};
const usual = ['assessor-1', 'assessor-2', 'assessor-3'];
const members = ['member-1', 'member-2', 'member-3', 'member-4', 'member-5'];
const width = 4;

let fresh: FreshCloud;
let cast: Cast;
let story: Story;
let cycleId: string;
let codes: Codes;
let reviewed: Reviewed[];

const office = () => one(cast, 'office');
const o = (n: number) => reviewed[n - 1] as Reviewed;
const i = (n: number) => reviewed[11 + n] as Reviewed;
const of = ({ applicationId }: Entrant) => ({ params: { applicationId } });
const stageOf = async (entrant: Entrant) => (await office().call('showApplication', of(entrant))).stage;
const winners = () =>
  visitor(fresh.cloud, 'public').call('listWinners', { params: { programmeId: story.programmeId } });
const decide = (by: string, documentId: string, approved: readonly Entrant[]) =>
  one(cast, by).attempt('recordGovernmentDecision', {
    params: { cycleId },
    body: {
      number: '昆政发〔2027〕9号',
      date: '2026-01-01',
      documentId,
      approved: approved.map((e) => e.applicationId),
    },
  });

/** Whoever is asked before everything is done: the award is refused, and nobody is a winner. */
async function nobodyIsAwardedYet(code: string, ...candidates: Entrant[]): Promise<void> {
  const documentId = await addPaper(
    one(cast, 'registrar'),
    story.programmeId,
    'governmentDecision',
    makePdf('决定.pdf', 400, 9),
  );
  expect((await decide('registrar', documentId, candidates)).body.code).toBe(code);
  expect((await winners()).items).toEqual([]);
}

beforeAll(async () => {
  fresh = await freshCloud(newcomers);
  const here = {
    place: { ...fresh.cloud, patience: askingAgain },
    tell: new Narrator(() => undefined),
    programmeId: 'twelve-and-four',
  };
  const sample = { ...here, cast: await assemble(here.place) };
  const cycle = await announce(sample, rules);
  cycleId = cycle.cycleId;
  cast = await join(sample);
  story = { ...here, cast };
  const crowd = { organisations: numbered(1, 12), individuals: numbered(1, 4) };
  const entrants = await applyTogether(story, cycleId, cycle.year, crowd);
  await examineTogether(story, entrants);
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
  codes = {
    organisation: await codesOf(story, cycleId, 'organisation'),
    individual: await codesOf(story, cycleId, 'individual'),
  };
  const around = [85, 80, 75, 75, 70, 65, 65, 60, 60, 60, 40, 40, 80, 80, 70, 40];
  reviewed = entrants.map((entrant, n) => {
    const mean = around[n] ?? 0;
    return { ...entrant, panel: usual, percentages: [mean - 5, mean, mean + 5] };
  });
}, 400_000);
afterAll(() => fresh.end());

describe('the material review', () => {
  test('keeps who is partial off the panel, and an officer away from the case', async () => {
    const conflict = (entrant: Entrant, sub: string, ground: string) =>
      office().call('recordConflict', {
        ...of(entrant),
        body: { personId: cast.idOf(sub), ground, statement: '经核实存在利害关系' },
      });
    await conflict(o(1), 'office-2', 'kin');
    await conflict(o(11), 'assessor-3', 'customerOrSupplier');
    expect((await one(cast, 'office-2').attempt('showApplication', of(o(1)))).status).toBe(404);
    const { items } = await one(cast, 'office-2').call('listApplications', { params: { cycleId } });
    expect(items).toHaveLength(15);
    await inParallel([...usual, 'assessor-4'], width, (sub) =>
      one(cast, sub).call('signPledge', { params: { cycleId }, body: { impartiality: true, confidentiality: true } }),
    );
    expect((await formPanel(story, o(11), usual)).body.code).toBe('panel.conflict');
    reviewed[10] = { ...o(11), panel: ['assessor-1', 'assessor-2', 'assessor-4'] };
  });

  test(
    'a conflict found later voids the sheet: the substitute’s counts, the voided one never',
    { timeout: 120_000 },
    async () => {
      reviewed[4] = { ...o(5), exceptions: [60, 70, 85] };
      // The voided sheet is far from the others: it would show.
      reviewed[5] = { ...o(6), percentages: [60, 80, 70] };
      await reviewAll(story, reviewed, codes);
      const voided = await sheetOf(story, o(6), 'assessor-2');
      await one(cast, 'assessor-2').call('declareConflict', {
        ...of(o(6)),
        body: { ground: 'consulting', statement: '去年曾任该单位顾问' },
      });
      expect((await one(cast, 'assessor-2').attempt('showReview', { params: { reviewId: voided } })).status).toBe(404);
      const orderly = codes.organisation;
      expect((await report(story, o(6), orderly, 65)).body.code).toBe('panel.short');
      reviewed[5] = { ...o(6), panel: ['assessor-1', 'assessor-3', 'assessor-4'], percentages: [60, 70, 65] };
      expect((await formPanel(story, o(6), o(6).panel)).status).toBe(200);
      await review(story, o(6), 'assessor-4', orderly);
      // Of 60, 70, 65 the mean is 65; with the voided 80 it would be 70.
      expect((await report(story, o(6), orderly, 70)).body.code).toBe('report.not-the-mean');
      expect((await report(story, o(6), orderly, 65)).status).toBe(201);
    },
  );

  test('where sheets are far apart the panel has to agree, elsewhere the mean stands', async () => {
    const alone = { percentage: 70, consensus: false };
    expect((await report(story, o(5), codes.organisation, 70, alone)).body.code).toBe('report.consensus-needed');
    const together = { percentage: 75, consensus: true };
    expect((await report(story, o(5), codes.organisation, 70, together)).status).toBe(201);
    const others = reviewed.filter((r) => r !== o(5) && r !== o(6));
    await inParallel(others, width, async (r) => {
      expect(await report(story, r, codes[r.sub], r.percentages[1] ?? 0)).toMatchObject({ status: 201 });
    });
  });

  test(
    'the shortlist is the setting’s; who is out gets the report before anything goes on',
    { timeout: 120_000 },
    async () => {
      const preview = await office().call('previewShortlist', { params: { cycleId } });
      const proposed = preview.items.filter((l) => l.proposed === 'in').map((l) => l.applicationId);
      expect(new Set(proposed)).toEqual(
        new Set(reviewed.filter((r) => ![o(11), o(12), i(4)].includes(r)).map((r) => r.applicationId)),
      );
      const tied = preview.items.filter((l) => [o(3), o(4)].some((r) => r.applicationId === l.applicationId));
      expect(tied.map((l) => [l.rank, l.tied])).toEqual([
        [3, true],
        [3, true],
      ]);
      const list = { entries: reviewed.map((r) => entryOf(r, proposed.includes(r.applicationId))) };
      const byTheOther = await one(cast, 'office-2').attempt('fixShortlist', { params: { cycleId }, body: list });
      expect(byTheOther.status).toBeGreaterThanOrEqual(400);
      await office().call('fixShortlist', { params: { cycleId }, body: list });
      await inParallel(reviewed, width, (r) =>
        untilStage(office(), r.applicationId, proposed.includes(r.applicationId) ? 'Defence' : 'Ended'),
      );
      const feedback = await one(cast, 'organisation').call('showFeedback', of(o(12)));
      expect(feedback.items).toHaveLength(codes.organisation.length);
      expect(JSON.stringify(feedback)).not.toContain(cast.idOf('assessor-1'));
    },
  );
});

const entryOf = (r: Reviewed, isIn: boolean) => ({
  applicationId: r.applicationId,
  defence: isIn,
  onSite: isIn && r !== o(10),
  ...(r === o(10) && { reason: '现场评审资源有限,该单位只参加答辩。' }),
});

describe('defence and visit', () => {
  test(
    'a no-show is recorded and never scored; the others are scored by their panels',
    { timeout: 120_000 },
    async () => {
      const defending = reviewed.filter((r) => ![o(11), o(12), i(4)].includes(r));
      const { last, refused } = await scheduleDefences(story, cycleId, defending);
      expect(refused.body.code).toBe('defence.clash');
      await moveClock(fresh.cloud, { to: last });
      await office().call('recordNoShow', { ...of(o(9)), body: { reason: '无人到场' } });
      const score = { ...of(o(9)), body: { items: [{ code: 'D1', points: 1 }] } };
      expect((await one(cast, 'assessor-1').attempt('scoreDefence', score)).body.code).toBe('defence.no-show-recorded');
      await office().call('completeDefence', { ...of(o(9)), body: {} });
      const points = new Map(defending.map((r, n) => [r, r === o(4) ? 780 : 800 - 10 * n]));
      await inParallel(
        defending.filter((r) => r !== o(9)),
        width,
        (r) => defend(story, r, points.get(r) ?? 0),
      );
      for (const out of [o(9), o(10)]) await untilStage(office(), out.applicationId, 'Ended');
      await expect(office().call('showDefence', of(o(9)))).resolves.toMatchObject({
        scores: [],
        noShow: expect.anything(),
      });
    },
  );

  test('the visits end in a report each', { timeout: 120_000 }, async () => {
    const visited = reviewed.filter((r) => ![9, 10, 11, 12].some((n) => r === o(n)) && r !== i(4));
    expect((await office().attempt('planOnSite', { ...of(o(10)), body: visit() })).status).toBe(409);
    await visitAll(story, visited, codes, (r) => r.percentages[1] ?? 0);
  });
});

const visit = () => ({
  from: '2030-01-01',
  to: '2030-01-01',
  team: [cast.idOf('assessor-1')],
  items: [{ code: '4.1.2' }],
});

describe('the recommended list and the vote', () => {
  let meetingId: string;
  const proposals = () =>
    new Map<Reviewed, 'qualityAward' | 'nominationAward' | null>([
      ...[o(1), o(2), o(3), o(4), i(1), i(2)].map((r) => [r, 'qualityAward'] as const),
      ...[o(5), o(6), o(7), i(3)].map((r) => [r, 'nominationAward'] as const),
      [o(8), null],
    ]);

  test('lists everyone with score, rank and reason; who is out is not voted on', { timeout: 60_000 }, async () => {
    await nobodyIsAwardedYet('approval.nothing-to-decide', o(1));
    const entries = [...proposals()].map(([r, award]) => ({
      applicationId: r.applicationId,
      award,
      reason: '见得分。',
    }));
    const list = { params: { cycleId }, body: { entries } };
    expect((await one(cast, 'office-2').attempt('fixRecommendedList', list)).status).toBeGreaterThanOrEqual(400);
    const fixed = await office().call('fixRecommendedList', list);
    const [third, fourth] = [o(3), o(4)].map((r) => fixed.entries.find((e) => e.applicationId === r.applicationId));
    expect(third).toMatchObject({ rank: 3, tied: true });
    expect(fourth).toMatchObject({ rank: 3, tied: true, compositeMilli: third?.compositeMilli });
    for (const [r, award] of proposals())
      await untilStage(office(), r.applicationId, award ? 'CommitteeVote' : 'Ended');
    await nobodyIsAwardedYet('approval.nothing-to-decide', o(1));
  });

  test('opens with the quorum; a recused member is not asked and not counted', async () => {
    ({ meetingId } = await office().call('conveneMeeting', {
      params: { cycleId },
      body: {
        title: '评审委员会全体成员大会',
        startsAt: new Date((await clockOf(fresh.cloud)) + 60_000).toISOString(),
        place: '市政府第一会议室',
        agenda: ['审议推荐名单', '无记名投票表决'],
        chairId: cast.idOf('member-1'),
      },
    }));
    const params = { meetingId };
    const attend = (subs: string[]) =>
      office().call('recordAttendance', { params, body: { present: subs.map((m) => cast.idOf(m)) } });
    await attend(members.slice(0, 3));
    expect((await office().attempt('openBallot', { params })).body.code).toBe('vote.no-quorum');
    await attend(members);
    await one(cast, 'member-2').call('recordRecusal', {
      params,
      body: { applicationId: o(2).applicationId, reason: '其配偶任职该单位' },
    });
    await office().call('openBallot', { params });
    const asked = (await one(cast, 'member-2').call('showMeeting', { params })).ballot?.mine ?? [];
    expect(asked.map((q) => q.applicationId)).not.toContain(o(2).applicationId);
    const all = Object.fromEntries([...proposals()].flatMap(([r, award]) => (award ? [[r.applicationId, 'yes']] : [])));
    const overreach = await one(cast, 'member-2').attempt('castBallot', { params, body: { choices: all } });
    expect(overreach.body.code).toBe('vote.ballot-incomplete');
    expect((await office().attempt('castBallot', { params, body: { choices: all } })).status).toBe(403);
  });

  /** Who does not say yes, by member: the others do. */
  const dissent = (): Partial<Record<string, Map<Reviewed, 'no' | 'abstain'>>> => ({
    'member-3': new Map([
      [i(1), 'no'],
      [o(7), 'abstain'],
    ]),
    'member-4': new Map([
      [i(1), 'abstain'],
      [o(6), 'no'],
      [o(3), 'no'],
      [i(3), 'abstain'],
    ]),
    'member-5': new Map([
      [o(6), 'abstain'],
      [o(4), 'no'],
      [i(3), 'abstain'],
    ]),
  });
  const castAs = (member: string, choices: Record<string, string>, key?: string) =>
    one(cast, member).attempt('castBallot', {
      params: { meetingId },
      body: { choices },
      ...(key && { idempotencyKey: key }),
    });

  test('counts each member once, whatever is sent again, and hides how it stands until the end', async () => {
    for (const member of members) {
      const voted = [...proposals()].filter(([r, award]) => award && !(member === 'member-2' && r === o(2)));
      const choices = Object.fromEntries(
        voted.map(([r]) => [r.applicationId, dissent()[member]?.get(r) ?? 'yes'] as const),
      );
      const twice = await Promise.all([1, 2].map(() => castAs(member, choices, `sheet-of-${member}`)));
      expect(twice.some(({ status }) => status === 200)).toBe(true);
      expect((await castAs(member, choices)).body.code).toBe('vote.voted-already');
      const open = await one(cast, 'member-1').call('showMeeting', { params: { meetingId } });
      expect(open.ballot?.cast).toBe(members.indexOf(member) + 1);
      expect([open.counts, open.rounds]).toEqual([undefined, []]);
    }
  });

  test('the last place is tied for to the last digit: a run-off decides, and there is no list before', async () => {
    const params = { meetingId };
    const close = () =>
      one(cast, 'member-1').call('closeBallot', { params, body: { minutes: '到会 5 人,经无记名投票表决。' } });
    const tied = await close();
    expect(tied.status).toBe('tied');
    expect(tied.ties).toEqual([
      {
        award: 'qualityAward',
        places: 1,
        applicationIds: expect.toSatisfy(
          (ids: string[]) =>
            [...ids].sort().join() ===
            [o(3), o(4)]
              .map((r) => r.applicationId)
              .sort()
              .join(),
        ),
      },
    ]);
    const base = tied.rounds[0]?.tallies.find((t) => t.applicationId === o(2).applicationId);
    expect(base).toMatchObject({ yes: 4, base: 4 });
    expect(await stageOf(o(1))).toBe('CommitteeVote');

    await office().call('openBallot', { params });
    for (const member of members) {
      const against = ['member-1', 'member-2'].includes(member) ? o(4) : o(3);
      const choices = [o(3), o(4)].map((r) => [r.applicationId, r === against ? 'no' : 'yes'] as const);
      expect((await castAs(member, Object.fromEntries(choices))).status).toBe(200);
    }
    const closed = await close();
    expect(closed.status).toBe('closed');
    const won = (closed.counts ?? []).filter((c) => c.outcome === 'in');
    const names = (award: string) =>
      won
        .filter((c) => c.award === award)
        .map((c) => c.applicationId)
        .sort();
    const idsOf = (...rs: Reviewed[]) => rs.map((r) => r.applicationId).sort();
    // Never more than 3 and 1, and 2 and 1: o6 passed and finds no place, i1 has 3 of 5 where ⅔ are asked.
    expect(names('qualityAward')).toEqual(idsOf(o(1), o(2), o(4), i(2)));
    expect(names('nominationAward')).toEqual(idsOf(o(5), o(7), i(3)));
    expect(closed.counts?.find((c) => c.applicationId === o(6).applicationId)).toMatchObject({ passed: true, yes: 3 });
    expect(closed.counts?.find((c) => c.applicationId === i(1).applicationId)).toMatchObject({
      passed: false,
      base: 5,
    });
    for (const r of [o(1), o(2), o(4), o(5), o(7), i(2), i(3)])
      await untilStage(office(), r.applicationId, 'AwardNotice');
    for (const r of [o(3), o(6), i(1)]) await untilStage(office(), r.applicationId, 'Ended');
  });
});

describe('the second notice and the decision', () => {
  const clean = () => [o(1), o(2), o(4), o(5), i(2), i(3)];

  test('an upheld objection removes the name, and nobody takes its place', { timeout: 120_000 }, async () => {
    await nobodyIsAwardedYet('approval.nothing-to-decide', o(1));
    const { noticeId, endsAt } = await publishNotice(office(), cycleId, 'AwardNotice', '拟获奖名单公示');
    const filed = await object(story, {
      noticeId,
      applicationId: o(7).applicationId,
      name: '钱实名',
      phone: '13900000000',
      text: '该单位今年发生较大生产安全事故。',
    });
    await settle(story, filed.receiptNumber, {
      decision: 'upheld',
      findings: '经应急管理部门确认属实。',
      answer: '经核实情况属实。',
      article: 'A13(3)',
      reason: '近三年发生过较大生产安全事故。',
    });
    await untilStage(office(), o(7).applicationId, 'Ended');
    await nobodyIsAwardedYet('approval.nothing-to-decide', o(1));
    await moveClock(fresh.cloud, { to: new Date(Date.parse(endsAt) + 60_000).toISOString() });
    for (const r of clean()) await untilStage(office(), r.applicationId, 'GovernmentApproval');
    const substitute = await office().attempt('publishNotice', {
      params: { cycleId },
      body: { kind: 'AwardNotice', title: '递补公示' },
    });
    expect(substitute.body.code).toBe('notice.nobody');
    await nobodyIsAwardedYet('approval.wrong-candidates', ...clean(), o(6));
    await nobodyIsAwardedYet('approval.wrong-candidates', ...clean(), o(7));
  });

  test('the registrar alone enters the decision; certificates are numbered and anyone verifies them', async () => {
    for (const by of ['office', 'member-1', 'admin', 'auditor'])
      expect((await decide(by, 'doc_any', clean())).status).toBe(403);
    const numbers = await award(story, cycleId, clean());
    expect(new Set(numbers).size).toBe(6);
    const { items } = await winners();
    expect(items.map((w) => w.name).sort()).toEqual(
      clean()
        .map((r) => r.name)
        .sort(),
    );
    expect(
      items
        .filter((w) => w.award === 'nominationAward')
        .map((w) => w.name)
        .sort(),
    ).toEqual([o(5), i(3)].map((r) => r.name).sort());
  });

  test('every score, composite and rank comes out again from the stored sheets', { timeout: 60_000 }, async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const command = spawn(process.execPath, ['local/recompute-command.ts', '--data', fresh.dir, '--cycle', cycleId], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    command.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const status = await new Promise((resolve) => command.once('exit', resolve));
    expect(said).toContain(', 0 处不符 / differ');
    expect(status).toBe(0);
    expect((await one(cast, 'admin').call('listFaults')).items).toEqual([]);
  });

  test(
    'a place that came free is voted on anew: who was not elected comes back to the committee, and to a notice of their own',
    { timeout: 120_000 },
    async () => {
      const params = { cycleId };
      const { freed, items } = await office().call('previewReopening', { params });
      expect(freed).toEqual([{ award: 'nominationAward', kind: 'organisation', places: 1 }]);
      expect(items.map((a) => a.applicationId)).toEqual([o(6).applicationId]);
      const committee = one(cast, 'member-1');
      const { resolutionId } = await recordResolution(fresh.cloud, committee, story.programmeId, 'newVote');
      await office().call('reopenVote', { params, body: { resolutionId } });
      await untilStage(office(), o(6).applicationId, 'CommitteeVote');
      const { meetingId } = await office().call('conveneMeeting', {
        params,
        body: {
          title: '评审委员会全体成员大会(重新表决)',
          startsAt: new Date((await clockOf(fresh.cloud)) + 60_000).toISOString(),
          place: '市政府第一会议室',
          agenda: ['对空出的名额重新表决'],
          chairId: cast.idOf('member-1'),
        },
      });
      const there = { params: { meetingId } };
      const present = members.map((m) => cast.idOf(m));
      await office().call('recordAttendance', { ...there, body: { present } });
      await office().call('openBallot', there);
      const choices = { [o(6).applicationId]: 'yes' };
      for (const m of members) await one(cast, m).call('castBallot', { ...there, body: { choices } });
      await committee.call('closeBallot', { ...there, body: { minutes: '重新表决。' } });
      await untilStage(office(), o(6).applicationId, 'AwardNotice');
      // The end of the notice is the machine's: a new execution waits for it.
      const { endsAt } = await publishNotice(office(), cycleId, 'AwardNotice', '拟获奖名单公示(补充)');
      await moveClock(fresh.cloud, { to: new Date(Date.parse(endsAt) + 60_000).toISOString() });
      await untilStage(office(), o(6).applicationId, 'GovernmentApproval');
      expect(await award(story, cycleId, [o(6)])).toHaveLength(1);
      expect((await one(cast, 'admin').call('listFaults')).items).toEqual([]);
    },
  );
});
