import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { remind, stageReminders } from '../reminder.ts';
import type { Objection } from './objection.ts';

/**
 * Reminds of a verification that falls due, and tells the supervisors, once, of one that is overdue (D3). Undefined
 * when there is nothing to say today.
 */
export function chaseInvestigation(of: Objection, circumstances: Circumstances): Outcome<Objection> | undefined {
  const { duty, escalatedAt, investigator, noticeTitle, applicationId } = of;
  const facts = {
    applicationId,
    what: { zh: '公示异议核实', en: 'The verification of an objection' },
    of: noticeTitle,
  };
  const owed = { ...of, ownerId: '', responsibleId: investigator?.personId };
  const reminder = remind(owed, stageReminders, circumstances, facts);
  const isOverdue = duty !== undefined && !escalatedAt && dateAt(circumstances.now) > duty.dueOn;
  if (!reminder && !isOverdue) return undefined;
  const overdue: DomainEvent = { type: 'objectionOverdue', detail: { noticeTitle, applicationId, dueOn: duty?.dueOn } };
  return {
    ...circumstances,
    next: {
      ...of,
      ...(reminder && { duty: reminder.next.duty }),
      ...(isOverdue && { escalatedAt: circumstances.now }),
    },
    events: [...(reminder?.events ?? []), ...(isOverdue ? [overdue] : [])],
  };
}
