import type * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Notice } from './notice.ts';
import type { Objection, objectionText } from './objection.ts';

interface Received {
  readonly notice: Notice;
  readonly application: Application;
  readonly objectionId: string;
  readonly rules: Pick<Rules, 'objectionWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
}

/** The objection and, when it freezes the applicant, the application with its mark: saved together. */
export interface ReceivedObjection {
  readonly objection: Outcome<Objection>;
  readonly application?: Outcome<Application>;
}

type Text = z.infer<typeof objectionText>;

const leadBecause = ({ notice, application }: Received, text: Text, now: string): Objection['leadBecause'] => {
  if (!text.name || !(text.email ?? text.phone)) return 'anonymous';
  if (now >= notice.endsAt) return 'late';
  return application.stage === notice.kind ? undefined : 'stageOver';
};

/**
 * Receives what the public writes against an applicant of a notice (D3): in time, by real name and with a contact it is
 * an objection, which freezes that applicant alone until it is decided; anything else is a lead and freezes nothing.
 */
export function receiveObjection(received: Received, text: Text, circumstances: Circumstances): ReceivedObjection {
  const { notice, application, objectionId, rules, calendars } = received;
  const { now, actor } = circumstances;
  const isPublished = notice.entries.some((e) => e.applicationId === text.applicationId);
  refuseUnless(isPublished && application.applicationId === text.applicationId, 'record.not-found', {
    record: 'application',
  });
  const because = leadBecause(received, text, now);
  const { noticeId } = notice;
  const base: Omit<Objection, 'status'> = {
    ...newHead(notice.programmeId),
    ...text,
    objectionId,
    cycleId: notice.cycleId,
    noticeId,
    noticeTitle: notice.title,
    receivedAt: now,
  };
  if (because)
    return {
      objection: decided(
        circumstances,
        { ...base, status: 'lead', leadBecause: because },
        { type: 'leadFiled', detail: { noticeId, because } },
      ),
    };
  enter('application', application, 'object', actor);
  const dueOn = plusWorkingDays(dateAt(now), rules.objectionWorkingDays, calendars);
  return {
    objection: decided(
      circumstances,
      { ...base, status: 'open', dueOn },
      { type: 'objectionFiled', detail: { noticeId, dueOn } },
    ),
    application: decided(
      circumstances,
      {
        ...application,
        objections: [...application.objections, { objectionId, noticeId, status: 'open' }],
        duty: { party: 'office', dueOn, reminded: [] },
      },
      { type: 'objectionReceived', detail: { objectionId, noticeId, dueOn } },
    ),
  };
}
