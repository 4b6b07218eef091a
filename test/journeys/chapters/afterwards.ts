import { one } from '#local/sample/set-up';
import { moveClock, until } from '../stage-door.ts';
import type { Entrant, Story } from '../story.ts';

/** How much time passes after the award, at least beyond a 31 March, and how many inspections fall due in it. */
export interface Afterwards {
  readonly by: string;
  readonly inspections: number;
}

export const twoYears: Afterwards = { by: '+2y', inspections: 2 };

/** Time passes: yearly reports, inspections, reminders (A26, A28, D14). */
export async function later({ place, cast, tell, programmeId }: Story, { by, inspections }: Afterwards): Promise<void> {
  tell.chapter('获奖之后', 'After the award');
  await tell.step(`时钟前拨 ${by}`, `the clock moves by ${by}`, () => moveClock(place, { by }));
  const winner = one(cast, 'organisation');
  const messages = await tell.step('站内信中有年度报告和提醒', 'duties and reminders are in the inbox', () =>
    until(
      'the inbox',
      () => winner.call('listMessages', { query: { limit: 100 } }),
      ({ items }) =>
        items.some((m) => /^提醒:\d{4} 年年度自评报告,还有/.test(m.subject)) &&
        items.some((m) => /^提醒:\d{4} 年年度自评报告,已逾期/.test(m.subject)),
    ),
  );
  for (const { at, subject } of messages.items.slice(-6)) tell.remark(`${at.slice(0, 10)} ${subject}`);
  await tell.step('评审办有年度巡查事项和提醒', 'the office has inspections and their reminders', async () => {
    const { items } = await one(cast, 'office').call('listDuties', { params: { programmeId } });
    const due = items.filter((d) => d.kind === 'inspection');
    if (due.length < inspections) throw new Error(`inspections: ${JSON.stringify(items)}`);
    // The last is due at the end of a year that has just begun.
    if (inspections === 1) return;
    const inbox = await one(cast, 'office').call('listMessages', { query: { limit: 100 } });
    if (!inbox.items.some((m) => m.subject.startsWith('提醒:年度巡查')))
      throw new Error('no reminder of an inspection');
  });
  await tell.step('获奖组织补交年度自评报告', 'the winner hands in a report, late', async () => {
    const { items } = await winner.call('listMyDuties');
    const overdue = items.filter((d) => d.kind === 'annualReport' && d.status === 'open').at(-1);
    const done = await winner.call('handInAnnualReport', {
      params: { dutyId: overdue?.dutyId ?? '' },
      body: { summary: '持续改进,主要指标优于上年。', goals: '顾客满意度提高 2 个百分点。' },
    });
    if (!done.done?.late) throw new Error('a late report must be flagged');
  });
}

/** The record proves itself: each case's events are one unbroken chain (A4). */
export async function audit({ cast, tell }: Story, entrants: readonly Entrant[]): Promise<void> {
  tell.chapter('审计', 'Audit');
  for (const { applicationId, name } of entrants)
    await tell.step(`${name}的审计日志完整`, `the audit trail is whole: ${applicationId}`, async () => {
      const trail = await one(cast, 'auditor').call('readAuditTrail', {
        params: { recordType: 'application', recordId: applicationId },
      });
      if (!('events' in trail)) throw new Error('no trail of a record');
      if (!trail.whole) throw new Error(`broken at ${trail.brokenAt}`);
      tell.remark(`${trail.events.length} 条,首尾相连 · ${trail.events.length} events, one chain`);
    });
}
