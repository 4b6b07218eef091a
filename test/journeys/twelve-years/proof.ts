import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cloud } from '#local/cloud';
import { one } from '#local/sample/set-up';
import { refusalsIn, troublesIn } from '../crash/findings.ts';
import { everything } from '../stage-door.ts';
import type { Story } from '../story.ts';
import { applicationsOf, auditAll } from './disposal.ts';
import { expectedDuties, expectedReminders, expectedRoll, refusedOnPurpose } from './expected.ts';
import { rollOf } from './roll.ts';
import { dutiesOf } from './years.ts';

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

/** Everything in somebody's in-app box. */
const messagesOf = ({ cast }: Story, sub: string) =>
  everything((query) => one(cast, sub).call('listMessages', { query }));

const isOfDuties = (subject: string) => /^提醒:(\d{4} 年|年度巡查和年度自评报告)/.test(subject);

/** Throws unless every reminder was sent on its day, once, in the system and by mail. */
async function proveReminders(story: Story, { mail }: Cloud): Promise<number> {
  const expected = expectedReminders();
  const found = [];
  for (const sub of ['organisation', 'individual', 'office', 'office-2'])
    for (const { at, subject } of await messagesOf(story, sub))
      if (isOfDuties(subject)) found.push(`${sub} ${dayOf(Date.parse(at))}`);
  expectSame('reminders', found, expected);
  // The same mail may come again, when nobody knew whether it had gone out: it then has the same id.
  const sent = new Map(mail.inbox({ limit: 100_000 }).map((one) => [`${one.messageId} ${one.to.join()}`, one]));
  const mails = [...sent.values()]
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
