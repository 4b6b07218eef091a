import type { Role } from '../actor.ts';
import { roles } from '../actor.ts';
import { nameOf } from '../application/submit.ts';
import type { AuditEvent } from '../audit/event.ts';
import { stageLabels } from '../labels.ts';
import type { Audience, MessageRules } from './message.ts';

const isRole = (party: unknown): party is Role => roles.some((r) => r === party);

/** A duty belongs to a person when one is named, else to everyone holding the role. */
const owing = ({ personId, departmentCode, jurisdiction, party }: Record<string, unknown>): Audience =>
  typeof departmentCode === 'string'
    ? { departmentCode }
    : typeof jurisdiction === 'string'
      ? { jurisdiction }
      : typeof personId === 'string'
        ? { personId }
        : { role: isRole(party) ? party : 'office' };

const when = (daysLeft: number) => ({
  zh: daysLeft < 0 ? `已逾期 ${-daysLeft} 天` : `还有 ${daysLeft} 天`,
  en: daysLeft < 0 ? `${-daysLeft} days overdue` : `${daysLeft} days left`,
});

const about = (happened: AuditEvent, name: string | undefined) => ({
  zh: `${name ?? ''}(${happened.recordId})`,
  en: `${name ?? ''} (${happened.recordId})`,
});

/** What the clockwork tells: reminders of duties, waits that ran out, faults an operator must look at. */
export const clockworkMessages: MessageRules = {
  dutyReminded: (happened, application) => {
    const { dueOn, daysLeft } = happened.detail as { dueOn: string; daysLeft: number };
    const left = when(daysLeft);
    const what = happened.detail?.what as { zh: string; en: string } | undefined;
    const stage = application && stageLabels[application.stage];
    const subject = what ?? stage ?? { zh: '待办事项', en: 'A duty' };
    const of = about(happened, application ? nameOf(application) : String(happened.detail?.of ?? ''));
    const reminder = {
      zh: {
        subject: `提醒:${subject.zh},${left.zh}`,
        text: `${subject.zh} ${of.zh} 应于 ${dueOn} 前完成,${left.zh}。`,
      },
      en: {
        subject: `Reminder: ${subject.en}, ${left.en}`,
        text: `${subject.en} ${of.en} is due on ${dueOn}: ${left.en}.`,
      },
    };
    const isSilent = happened.detail?.departmentCode !== undefined && daysLeft < 0;
    return [
      { to: owing(happened.detail ?? {}), ...reminder },
      // A department that stays silent past its day is the office's to follow up (D19).
      ...(isSilent ? [{ to: { role: 'office' } as const, ...reminder }] : []),
    ];
  },
  waitEscalated: (happened, application) => {
    const of = about(happened, application && nameOf(application));
    return [
      {
        to: { role: 'office' },
        zh: { subject: '事项久未办理,请督办', text: `${of.zh} 在当前阶段久未办理,系统继续等待;请督促办理。` },
        en: {
          subject: 'A case is waiting too long',
          text: `${of.en} has been waiting too long in its stage; please follow up.`,
        },
      },
    ];
  },
  machineFaulted: (happened) => {
    const of = about(happened, undefined);
    return [
      {
        to: { role: 'administrator' },
        zh: { subject: '流程故障待处理', text: `${of.zh} 的流程出现故障,已进入故障队列;处理后可从原阶段继续。` },
        en: {
          subject: 'A case needs an operator',
          text: `The execution of ${of.en} failed; it is in the operator's queue.`,
        },
      },
    ];
  },
};
