import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cloud } from '#local/cloud';
import { one } from '#local/sample/set-up';
import { refusalsIn, troublesIn } from '../crash/findings.ts';
import type { Story } from '../story.ts';
import { applicationsOf, auditAll } from './disposal.ts';
import type { Laureate } from './roll.ts';
import { isInspectedIn, reportsIn, rollOf } from './roll.ts';
import { dutiesOf } from './years.ts';

const years = Array.from({ length: 12 }, (_, i) => 2027 + i);
const lastYear = 2038;

/** Throws unless both are the same, and names the difference. */
function expectSame(what: string, found: readonly string[], expected: readonly string[]): void {
  const without = (some: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return some.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [more, missing] = [without(found, expected), without(expected, found)];
  if (more.length + missing.length > 0)
    throw new Error(`${what}: unexpected ${JSON.stringify(more)}, missing ${JSON.stringify(missing)}`);
}

/** How a duty of the year stands at the end: in the last year nobody has done anything yet. */
const endOf = ({ revokedOn = '' }: Laureate, year: number) =>
  revokedOn.startsWith(String(year)) ? 'cancelled' : year === lastYear ? 'open' : 'done';

/** Every duty that there should be, once, and how it should stand. */
const expectedDuties = (roll: readonly Laureate[]): string[] => [
  ...roll.flatMap((w) =>
    years.flatMap((year) => [
      ...(reportsIn(w, year) ? [`annualReport-${w.certificateNumber}-${year} ${endOf(w, year)}`] : []),
      ...(isInspectedIn(w, year) ? [`inspection-${w.certificateNumber}-${year} ${endOf(w, year)}`] : []),
    ]),
  ),
  ...roll
    .filter((w) => w.name === '昆明第3机械厂' && w.awardYear === 2026)
    .flatMap((w) => ['rectification', 'reInspection'].map((kind) => `${kind}-${w.certificateNumber}-2029-1 done`)),
];

/** On which days an organisation, an individual and the office should have been reminded of what they owe (D14). */
function expectedReminders(): string[] {
  const reporting = years.filter((year) => year <= 2031 || year >= 2034);
  // Told on the day after they were opened, 30 and 14 days before 31 March; then handed in.
  const usual = (year: number) => (year === lastYear ? ['01-02'] : ['01-02', '03-01', '03-17']);
  const days = (who: string, list: readonly string[]) => list.map((on) => `${who} ${on}`);
  const both = ['organisation', 'individual'].flatMap((who) =>
    reporting.flatMap((year) =>
      days(
        who,
        usual(year).map((on) => `${year}-${on}`),
      ),
    ),
  );
  // The day after, and then every Monday until it came on the 20th.
  const late = ['2029-04-01', '2029-04-02', '2029-04-09', '2029-04-16'];
  return [
    ...both,
    // The one that came late, and what had to be put right by 15 July.
    ...days('organisation', ['2029-03-24', '2029-03-30', ...late, '2029-06-16', '2029-07-01']),
    // The one that was given back with 10 April for its day.
    ...days('individual', ['2030-03-27']),
    ...['office', 'office-2'].flatMap((who) => days(who, late)),
  ];
}

/** Everything in somebody's in-app box. */
async function messagesOf({ cast }: Story, sub: string) {
  const page = (cursor?: string) =>
    one(cast, sub).call('listMessages', { query: { limit: 100, ...(cursor && { cursor }) } });
  const all = [];
  for (let next = await page(); ; next = await page(next.cursor)) {
    all.push(...next.items);
    if (!next.cursor) return all;
  }
}

const isOfDuties = (subject: string) => /^提醒:(\d{4} 年|年度巡查和年度自评报告)/.test(subject);

/** Throws unless every reminder was sent on its day, once, in the system and by mail. */
async function proveReminders(story: Story, { mail }: Cloud): Promise<number> {
  const expected = expectedReminders();
  const found = [];
  for (const sub of ['organisation', 'individual', 'office', 'office-2'])
    for (const { at, subject } of await messagesOf(story, sub))
      if (isOfDuties(subject)) found.push(`${sub} ${dayOf(Date.parse(at))}`);
  expectSame('reminders', found, expected);
  const mails = mail
    .inbox({ limit: 100_000 })
    .filter(({ subject }) => isOfDuties(subject))
    .map(({ to, receivedAt }) => `${to.join().split('@')[0]} ${dayOf(receivedAt)}`);
  expectSame('mails', mails, expected);
  return found.length;
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** Every score, composite and rank comes out again from the stored sheets. */
async function recompute(dir: string): Promise<string> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const command = spawn(process.execPath, ['local/recompute-command.ts', '--data', dir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  command.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise((resolve) => command.once('exit', resolve));
  if (status !== 0) throw new Error(`recompute ended with ${String(status)}: ${said}`);
  return said.trim();
}

/** What was refused on purpose, by code. */
const refusedOnPurpose = [
  ...['defence.clash', 'defence.clash'],
  ...['revocation.hearing-unheld', 'revocation.hearing-unheld'],
  'ban.in-force',
  'retention.same-person',
];

/** What twelve years left behind is what they should have. Throws at the first thing that is not. */
export async function prove(
  story: Story,
  cloud: Cloud,
  cycleIds: readonly string[],
  applications: number,
): Promise<void> {
  const { tell } = story;
  tell.chapter('核对', 'The proof');
  await tell.step('获奖名册', 'the roll of winners', async () => {
    const roll = await rollOf(story);
    expectSame(
      'roll',
      roll.map((w) => `${w.awardYear} ${w.name} ${w.status}`),
      expectedRoll,
    );
  });
  await tell.step('每年、每个获奖者的事项', 'the duties of each year and winner', async () => {
    const duties = await dutiesOf(story);
    expectSame(
      'duties',
      duties.map((d) => `${d.dutyId} ${d.status}`),
      expectedDuties(await rollOf(story)),
    );
    const late = duties.filter((d) => d.done?.late).map((d) => `${d.winnerName} ${d.year}`);
    expectSame('late', late, ['昆明第4机械厂 2029']);
    tell.remark(`${duties.length} 项 · ${duties.length} duties`);
  });
  await tell.step('每次提醒只发一次', 'every reminder once', async () => {
    tell.remark(`${await proveReminders(story, cloud)} 次 · reminders`);
  });
  await tell.step('每件申报的审计日志完整', 'the audit trail of every case is whole', async () => {
    const cases = (await Promise.all(cycleIds.map((id) => applicationsOf(story, id)))).flat();
    const events = await auditAll(story, cases);
    if (cases.length !== applications) throw new Error(`${cases.length} applications`);
    const sum = events.reduce((a, b) => a + b, 0);
    tell.remark(`${cases.length} 件,${sum} 条 · ${cases.length} cases, ${sum} events`);
  });
  await tell.step('得分和名次重算一致', 'every number comes out again', async () => {
    for (const line of (await recompute(cloud.dir)).split('\n')) tell.remark(line);
  });
  await tell.step('没有意外的拒绝、失败和积压', 'no unexpected refusal, failure or rest', async () => {
    await cloud.clock.settle();
    expectSame('refused', refusalsIn(cloud), refusedOnPurpose);
    expectSame('troubles', troublesIn(cloud), []);
    const running = cloud.states.executions({ limit: 100_000 }).filter(({ status }) => status === 'RUNNING');
    expectSame(
      'executions that run',
      running.map(({ name }) => name),
      [],
    );
  });
}

const expectedRoll = [
  '2026 昆明第1机械厂 revoked',
  '2026 昆明第2机械厂 revoked',
  ...['昆明第3机械厂', '昆明第4机械厂', '昆明第5机械厂', '质量人第1号', '质量人第2号'].map((n) => `2026 ${n} standing`),
  ...['昆明第1机械厂', '昆明第3机械厂', '昆明第103机械厂', '质量人第101号', '质量人第102号'].map(
    (n) => `2033 ${n} standing`,
  ),
];
