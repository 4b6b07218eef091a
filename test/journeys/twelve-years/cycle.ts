import { one } from '#local/sample/set-up';
import type { Crowd } from '../chapters/apply.ts';
import { applyTogether, numbered } from '../chapters/apply.ts';
import { recommendForAward, vote, award } from '../chapters/decide.ts';
import { examineTogether, publish } from '../chapters/eligibility.ts';
import { defend, scheduleDefences, visitAll } from '../chapters/in-person.ts';
import type { Codes, Reviewed } from '../chapters/panels.ts';
import { codesOf, report, reviewAll } from '../chapters/panels.ts';
import { Narrator } from '../narrator.ts';
import { inParallel, moveClock, untilSettled, untilStage } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

const width = 4;
const panel = ['assessor-1', 'assessor-2', 'assessor-3'];

/** Whoever gets fewer points than half of them is not shortlisted. */
export const gate = { shortlist: { mode: 'gate', lineMilli: 500_000 } };

const of = ({ applicationId }: Entrant) => ({ params: { applicationId } });

/** The same story without a word: of a hundred applicants each step would be told. */
export const quietly = (story: Story): Story => ({ ...story, tell: new Narrator(() => undefined) });

/** So many applicants, one of six an individual, from a number on. */
export function crowdOf(applicants: number, from: number): Crowd {
  const individuals = Math.ceil(applicants / 6);
  return {
    organisations: numbered(from, from + applicants - individuals - 1),
    individuals: numbered(from, from + individuals - 1),
  };
}

/** The first of each kind go on to the review, the others do not. */
export function split(crowd: readonly Entrant[], most: Readonly<Record<Entrant['sub'], number>>) {
  const ofKind = (kind: Entrant['sub']) => crowd.filter(({ sub }) => sub === kind);
  const kinds = ['organisation', 'individual'] as const;
  return {
    entrants: kinds.flatMap((kind) => ofKind(kind).slice(0, most[kind])),
    others: kinds.flatMap((kind) => ofKind(kind).slice(most[kind])),
  };
}

/** A crowd applies, with forms and files (A15). */
export function apply(story: Story, cycleId: string, year: number, crowd: Crowd): Promise<Entrant[]> {
  const count = crowd.organisations.length + crowd.individuals.length;
  story.tell.chapter(`${year} 年一届:申报`, `The cycle of ${year}: applications`);
  return story.tell.step(`${count} 个组织和个人申报`, `${count} organisations and individuals apply`, () =>
    applyTogether(quietly(story), cycleId, year, crowd),
  );
}

/** The condition that those who are refused do not meet. */
const unmet = { organisation: 'A12(2)', individual: 'A14(2)' } as const;

/** Most leave before the review: every third withdraws, the others are refused by two officers (A12, A14, A16). */
export async function weedOut({ place, cast, tell }: Story, entrants: readonly Entrant[]): Promise<void> {
  const withdrawing = entrants.filter((_, n) => n % 3 === 0);
  const refused = entrants.filter((e) => !withdrawing.includes(e));
  const office = one(cast, 'office');
  const leave = (zh: string, en: string, who: readonly Entrant[], act: (e: Entrant) => Promise<void>) =>
    tell.step(`${who.length} 个${zh}`, `${who.length} ${en}`, () => inParallel(who, width, act));
  await leave('撤回申报', 'withdraw', withdrawing, async (entrant) => {
    await one(cast, entrant.sub).call('withdraw', { ...of(entrant), body: { reason: '本届不再参评' } });
    await untilStage(office, entrant.applicationId, 'Withdrawn');
  });
  await leave('经两人审查不予受理', 'are refused by two officers', refused, async (entrant) => {
    const [reason, article] = ['未建立并实施质量战略。', unmet[entrant.sub]];
    const finding = { result: 'notMet', reason };
    await office.call('recordFinding', { params: { ...of(entrant).params, item: article }, body: finding });
    await office.call('proposeRefusal', { ...of(entrant), body: { reason, article } });
    await one(cast, 'office-2').call('decideRefusal', { ...of(entrant), body: { confirmed: true, reason: '属实。' } });
    await untilStage(office, entrant.applicationId, 'Refused');
  });
  await deliverAll({ place, tell });
}

/** What so many applications and refusals lead to, a message to each reader, takes longer than the clock waits. */
const deliverAll = ({ place, tell }: Pick<Story, 'place' | 'tell'>) =>
  tell.step('站内信和邮件全部送达', 'every message and mail is delivered', () => untilSettled(place));

/** The clock moves to the end of the time for applications (A15). */
export const closeIntake = ({ place, cast, tell }: Story, cycleId: string) =>
  tell.step('时钟拨到申报截止', 'the clock moves to the closing of applications', async () => {
    const { closesAt } = await one(cast, 'office').call('showCycle', { params: { cycleId } });
    return moveClock(place, { to: closesAt });
  });

/** Recommended, examined, consulted on and published (A10, A12–A16). */
export async function admit(story: Story, cycleId: string, entrants: readonly Entrant[]): Promise<void> {
  await story.tell.step(
    `推荐、审查 ${entrants.length} 个,征求部门意见`,
    `${entrants.length} are recommended, examined, consulted on`,
    () => examineTogether(quietly(story), entrants),
  );
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
}

/** How an entrant is going to be reviewed: around a percentage of every item. */
const around = (mean: number, entrant: Entrant): Reviewed => ({
  ...entrant,
  panel,
  percentages: [mean - 5, mean, mean + 5],
});

/** Panels and their sheets (A17): of each kind the last is weak, the others get less from one to the next. */
export async function reviewMaterials(story: Story, cycleId: string, entrants: readonly Entrant[]) {
  const { cast, tell } = story;
  tell.chapter('材料评审', 'Material review');
  const codes: Codes = {
    organisation: await codesOf(story, cycleId, 'organisation'),
    individual: await codesOf(story, cycleId, 'individual'),
  };
  const reviewed = (['organisation', 'individual'] as const).flatMap((kind) =>
    entrants
      .filter(({ sub }) => sub === kind)
      .map((entrant, n, { length }) => around(n === length - 1 ? 40 : 85 - 5 * n, entrant)),
  );
  await tell.step(
    `3 位评审员独立评审 ${reviewed.length} 份材料`,
    `three independent reviews of each of them`,
    async () => {
      for (const sub of panel)
        await one(cast, sub).call('signPledge', {
          params: { cycleId },
          body: { impartiality: true, confidentiality: true },
        });
      await reviewAll(story, reviewed, codes);
    },
  );
  return { codes, reviewed };
}

const meanOf = ({ percentages }: Reviewed) => percentages[1] ?? 0;

/** The panels' reports and the shortlist (A17). Gives back who is on it. */
export async function shortlist(
  { cast, tell, ...story }: Story,
  cycleId: string,
  reviewed: readonly Reviewed[],
  codes: Codes,
): Promise<Reviewed[]> {
  const office = one(cast, 'office');
  await tell.step('评审组提交报告', 'the panels hand in their reports', () =>
    inParallel(reviewed, width, async (r) => {
      const { status, body } = await report({ ...story, cast, tell }, r, codes[r.sub], meanOf(r));
      if (status !== 201) throw new Error(`${r.name}: ${JSON.stringify(body)}`);
    }),
  );
  return tell.step('评审办确定入围名单', 'the office fixes the shortlist', async () => {
    const { items } = await office.call('previewShortlist', { params: { cycleId } });
    const isIn = (r: Reviewed) => items.some((i) => i.applicationId === r.applicationId && i.proposed === 'in');
    await office.call('fixShortlist', {
      params: { cycleId },
      body: {
        entries: reviewed.map((r) => ({ applicationId: r.applicationId, defence: isIn(r), onSite: isIn(r) })),
      },
    });
    await inParallel(reviewed, width, (r) => untilStage(office, r.applicationId, isIn(r) ? 'Defence' : 'Ended'));
    return reviewed.filter(isIn);
  });
}

/** Defences and visits (A18, A19). */
export async function meet(story: Story, cycleId: string, shortlisted: readonly Reviewed[], codes: Codes) {
  const { place, tell } = story;
  tell.chapter('答辩与现场评审', 'Defence and on-site review');
  await tell.step(`${shortlisted.length} 个答辩`, `${shortlisted.length} defences`, async () => {
    const { last } = await scheduleDefences(story, cycleId, shortlisted);
    await moveClock(place, { to: last });
    await inParallel(shortlisted, width, (r) => defend(story, r, 720 + meanOf(r)));
  });
  await tell.step(`${shortlisted.length} 次现场评审`, `${shortlisted.length} visits`, () =>
    visitAll(story, shortlisted, codes, meanOf),
  );
}

/** Recommended list, vote, notice and the government's decision (A20–A22). Gives back the certificates. */
export async function decide(story: Story, cycleId: string, candidates: readonly Entrant[]): Promise<string[]> {
  await recommendForAward(story, cycleId, candidates);
  await vote(story, cycleId, candidates);
  await publish(story, cycleId, 'AwardNotice', candidates, 'GovernmentApproval');
  return award(story, cycleId, candidates);
}

/** The cycle has come to its end (A4). */
export const complete = ({ cast, tell }: Story, cycleId: string) =>
  tell.step('本届评审结束', 'the cycle is completed', () =>
    one(cast, 'office').call('completeCycle', { params: { cycleId } }),
  );

/** The files of the cycle are closed (A29). */
export const archive = ({ cast, tell }: Story, cycleId: string) =>
  tell.step('本届评审归档', 'the cycle is archived', () =>
    one(cast, 'office').call('archiveCycle', { params: { cycleId } }),
  );
