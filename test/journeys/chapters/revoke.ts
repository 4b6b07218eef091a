import { one } from '#local/sample/set-up';
import type { Visitor } from '#local/sample/visitor';
import { makePdf } from '../pdf.ts';
import type { Pdf } from '../pdf.ts';
import { addPaper, clockOf, moveClock, until } from '../stage-door.ts';
import type { Story } from '../story.ts';

/** What is seen of a case by whoever may see it. */
type Case = Awaited<ReturnType<typeof show>>;
const show = (by: Visitor, revocationId: string) => by.call('showRevocation', { params: { revocationId } });

/** Puts a file into the case and waits until it was looked at on arrival. */
export async function addToFile(by: Visitor, revocationId: string, { name, bytes, sha256 }: Pdf): Promise<string> {
  const { url, headers, document } = await by.call('addRevocationEvidence', {
    params: { revocationId },
    body: { name, format: 'application/pdf', size: bytes.length, sha256 },
  });
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (put.status !== 200) throw new Error(`${name}: ${put.status} ${await put.text()}`);
  const { documentId } = document;
  await until(
    `${name} should pass its check`,
    () => show(by, revocationId),
    ({ evidence }) => evidence.some((e) => e.documentId === documentId && e.status === 'checked'),
  );
  return documentId;
}

/** From the opening of the case to the end of the hearing that the winner asked for. */
export async function hear({ place, cast }: Story, certificateNumber: string): Promise<string> {
  const office = one(cast, 'office');
  const { revocationId } = await office.call('openRevocation', {
    params: { certificateNumber },
    body: { ground: 'fraud', facts: '举报反映申报时提供虚假财务数据。' },
  });
  const params = { revocationId };
  await addToFile(office, revocationId, makePdf('审计核查报告.pdf', 3000, 71));
  await office.call('concludeInvestigation', { params, body: { findings: '经核查,上年度净利润虚增。' } });
  const { hearing } = await office.call('giveHearingNotice', { params, body: { notice: '拟提请撤销所获奖励。' } });
  const winner = one(cast, 'organisation');
  await winner.call('stateDefence', { params, body: { text: '数据由代理机构误填,非故意。' } });
  await addToFile(winner, revocationId, makePdf('情况说明.pdf', 2000, 72));
  await winner.call('requestHearing', { params, body: { text: '要求举行听证。' } });
  await moveClock(place, { to: hearing?.endsAt ?? '' });
  const early = await office.attempt('closeHearing', { params });
  if (early.body.code !== 'revocation.hearing-unheld') throw new Error(JSON.stringify(early));
  await one(cast, 'office-2').call('recordHearing', {
    params,
    body: {
      heldAt: new Date((await clockOf(place)) - 60_000).toISOString(),
      place: '第二会议室',
      attendees: ['获奖单位代表', '调查人员'],
      text: '双方陈述、举证、质证;笔录经核对签字。',
    },
  });
  await office.call('closeHearing', { params });
  return revocationId;
}

/** The full committee decides by secret ballot; everybody present votes the same. */
export async function decide({ place, cast }: Story, revocationId: string, choice: 'yes' | 'no'): Promise<Case> {
  const office = one(cast, 'office');
  const members = ['member-1', 'member-2', 'member-3'];
  const { meetingId, candidates } = await office.call('conveneRevocationMeeting', {
    params: { revocationId },
    body: {
      title: '审定撤销奖励',
      startsAt: new Date((await clockOf(place)) + 60_000).toISOString(),
      place: '市政府第一会议室',
      agenda: ['听取调查和听证情况', '无记名投票表决'],
      chairId: cast.idOf('member-1'),
    },
  });
  const params = { meetingId };
  await office.call('recordAttendance', { params, body: { present: members.map((m) => cast.idOf(m)) } });
  await office.call('openBallot', { params });
  const choices = Object.fromEntries(candidates.map((c) => [c.applicationId, choice]));
  for (const m of members) await one(cast, m).call('castBallot', { params, body: { choices } });
  await one(cast, 'member-1').call('closeBallot', { params, body: { minutes: '经无记名投票表决。' } });
  await office.call('printMinutes', { params });
  return show(office, revocationId);
}

/** The registrar enters that the government revokes, as of today. Gives back the day. */
export async function revoke({ place, cast, programmeId }: Story, revocationId: string): Promise<string> {
  const registrar = one(cast, 'registrar');
  const documentId = await addPaper(registrar, programmeId, 'governmentDecision', makePdf('撤销.pdf', 2000, 5));
  const date = new Date((await clockOf(place)) + 8 * 3_600_000).toISOString().slice(0, 10);
  const body = { number: '昆政发〔2027〕30号', date, revoke: true, documentId };
  await registrar.call('recordRevocation', { params: { revocationId }, body });
  return date;
}

/** Everything that is brought back and made known. */
export async function recover({ cast }: Story, revocationId: string): Promise<void> {
  const office = one(cast, 'office');
  const params = { revocationId };
  const { tasks } = await show(office, revocationId);
  const [first] = tasks;
  if (!first) throw new Error('a revocation has tasks');
  await office.call('assignRecovery', {
    params: { ...params, task: first.task },
    body: { ownerId: cast.idOf('office-2'), dueOn: first.dueOn },
  });
  for (const task of ['plaque', 'certificate', 'mark'])
    await office.call('recordRecovery', { params, body: { task, reference: `回执-${task}` } });
  await office.call('announceRevocation', {
    params,
    body: { title: '关于撤销市长质量奖的公告', text: '因提供虚假材料,依法撤销。' },
  });
}

/** One platform was down and takes it later; the other's answer was forged, so the staff push again, under the same key. */
export async function pushPastFaults({ place, cast }: Story, revocationId: string): Promise<void> {
  const office = one(cast, 'office');
  const pushes = (...expected: string[]) =>
    until(
      `the pushes should be ${expected.join(' and ')}`,
      () => office.call('listPushes', { params: { revocationId } }),
      ({ items }) => items.map((p) => `${p.platform} ${p.status}`).join() === expected.join(),
    );
  const { items } = await pushes('credit pending', 'supervision failed');
  const forged = items.find((p) => p.platform === 'supervision');
  if (forged?.failure?.error !== 'PlatformUntrusted') throw new Error(JSON.stringify(forged));
  await moveClock(place, { by: '+1h' });
  await pushes('credit delivered', 'supervision failed');
  await office.call('pushAgain', { params: { pushId: forged.pushId } });
  const again = await pushes('credit delivered', 'supervision delivered');
  if (again.items.some((p) => !p.receipt)) throw new Error(JSON.stringify(again));
}
