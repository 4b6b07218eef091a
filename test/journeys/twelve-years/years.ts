import { areas } from '#domain/inspection/inspection';
import { one } from '#local/sample/set-up';
import { everything, inParallel, moveClock } from '../stage-door.ts';
import type { Story } from '../story.ts';
import type { Laureate } from './roll.ts';
import { isInspectedIn, reportsIn, rollOf } from './roll.ts';

const width = 4;

/** Half past nine in the morning of a day in China. */
export const morningOf = ({ place }: Story, date: string) => moveClock(place, { to: `${date}T01:30:00.000Z` });

const stands = ({ status }: Laureate) => status === 'standing';
const reportOf = ({ certificateNumber }: Laureate, year: number) => ({
  params: { dutyId: `annualReport-${certificateNumber}-${year}` },
});
const inspectionOf = ({ certificateNumber }: Laureate, year: number) => ({
  params: { inspectionId: `inspection-${certificateNumber}-${year}` },
});

/** All duties of the programme, as the office lists them. */
export const dutiesOf = ({ cast, programmeId }: Story) =>
  everything((query) => one(cast, 'office').call('listDuties', { params: { programmeId }, query }));

/** A year begins: the duties of everybody whose award stands are open (A26, A28). */
export async function begin(story: Story, year: number): Promise<void> {
  story.tell.chapter(`${year} 年`, `The year ${year}`);
  await story.tell.step('1 月 1 日的年度事项', 'the duties of 1 January', async () => {
    await morningOf(story, `${year}-01-05`);
    const roll = await rollOf(story);
    const expected = roll.flatMap((w) => [
      ...(reportsIn(w, year) ? [reportOf(w, year).params.dutyId] : []),
      ...(isInspectedIn(w, year) ? [inspectionOf(w, year).params.inspectionId] : []),
    ]);
    const found = (await dutiesOf(story)).filter((d) => d.year === year).map((d) => d.dutyId);
    if (found.sort().join() !== expected.sort().join())
      throw new Error(`duties of ${year}: ${found.join()} instead of ${expected.join()}`);
    story.tell.remark(`${expected.length} 项 · ${expected.length} duties`);
  });
}

/** Whose report takes another way than the others'. */
export interface Unpunctual {
  /** Hands it in three weeks after the day. */
  readonly late?: string;
  /** Gets it back once. */
  readonly returned?: string;
}

/** The winners hand their reports in on 20 March, and the office takes them (A26, D14). */
export async function report(story: Story, year: number, { late, returned }: Unpunctual = {}): Promise<void> {
  const { cast, tell } = story;
  const owing = (await rollOf(story)).filter((w) => stands(w) && reportsIn(w, year));
  const office = one(cast, 'office');
  const body = { summary: `${year - 1} 年持续改进,主要指标优于上年。`, goals: '顾客满意度提高 2 个百分点。' };
  const handIn = async (w: Laureate, isLate = false) => {
    const { done } = await one(cast, w.kind).call('handInAnnualReport', { ...reportOf(w, year), body });
    if (done?.late !== isLate) throw new Error(`${w.name}: ${JSON.stringify(done)}`);
  };
  const take = (w: Laureate) => office.call('acknowledgeAnnualReport', reportOf(w, year));
  const inTime = owing.filter((w) => w.name !== late);
  await tell.step(`${inTime.length} 份年度自评报告`, `${inTime.length} yearly reports`, async () => {
    await morningOf(story, `${year}-03-20`);
    await inParallel(inTime, width, async (w) => {
      await handIn(w);
      const back = { reason: '请补充主要指标', dueOn: `${year}-04-10` };
      await (w.name === returned ? office.call('returnAnnualReport', { ...reportOf(w, year), body: back }) : take(w));
    });
  });
  const again = owing.find((w) => w.name === returned);
  if (again)
    await tell.step(`${again.name}的报告退回后重报`, 'a report that was returned comes again', async () => {
      await morningOf(story, `${year}-04-01`);
      await handIn(again);
      await take(again);
    });
  const behind = owing.find((w) => w.name === late);
  if (behind)
    await tell.step(`${behind.name}逾期补交,予以标注`, 'a report comes late and is flagged', async () => {
      await morningOf(story, `${year}-04-20`);
      await handIn(behind, true);
      await take(behind);
    });
}

/** Every organisation is inspected on 15 June; whoever declined puts it right by 5 July, and is looked at again (A28). */
export async function inspect(story: Story, year: number, { declined }: { declined?: string } = {}): Promise<void> {
  const { cast, tell } = story;
  const office = one(cast, 'office');
  const expert = one(cast, 'assessor-1');
  const inspected = (await rollOf(story)).filter((w) => stands(w) && isInspectedIn(w, year));
  const items = areas.map((area) => ({ area, question: '核对现场与年度自评报告' }));
  const order = { demands: '恢复关键过程控制', dueOn: `${year}-07-15`, reInspectBy: `${year}-08-14` };
  await tell.step(`巡查 ${inspected.length} 个获奖组织`, `${inspected.length} inspections`, async () => {
    await morningOf(story, `${year}-06-15`);
    await inParallel(inspected, width, async (w) => {
      const of = inspectionOf(w, year);
      const isWorse = w.name === declined;
      const team = [cast.idOf('assessor-1'), cast.idOf('office')];
      await office.call('planInspection', {
        params: { dutyId: of.params.inspectionId },
        body: { on: `${year}-06-15`, team, items },
      });
      for (const area of areas)
        await expert.call('recordWorksheet', {
          params: { ...of.params, area },
          body: { verdict: isWorse ? 'declined' : 'good', finding: '见现场记录。' },
        });
      const outcome = isWorse ? { result: 'seriousDecline', rectification: order } : { result: 'satisfactory' };
      await office.call('concludeInspection', { ...of, body: { ...outcome, summary: '见各项记录。' } });
    });
  });
  const worse = inspected.find((w) => w.name === declined);
  if (!worse) return;
  const of = inspectionOf(worse, year);
  await tell.step(`${worse.name}整改并通过复查`, 'one puts right what declined, and is looked at again', async () => {
    await morningOf(story, `${year}-07-05`);
    await one(cast, worse.kind).call('handInRectification', { ...of, body: { text: '关键过程已恢复受控。' } });
    await morningOf(story, `${year}-07-10`);
    const found = { on: `${year}-07-10`, result: 'rectified', finding: '整改到位。' };
    const { status } = await office.call('recordReInspection', { ...of, body: found });
    if (status !== 'closed') throw new Error(`the inspection is ${status}`);
  });
}
