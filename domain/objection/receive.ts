import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { PublishedNotice } from '../public-notice/notice.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Objection, ObjectionText } from './objection.ts';
import { isByRealName } from './real-name.ts';

interface Received {
  readonly notice: Pick<PublishedNotice, 'programmeId' | 'noticeId' | 'cycleId' | 'kind' | 'title' | 'endsAt'>;
  /** Whether the notice names the applicant. */
  readonly isNamed: boolean;
  readonly application: Application;
  readonly objectionId: string;
  readonly codeHash: string;
  readonly rules: Pick<Rules, 'objectionWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
}

/** The objection and, when it changes the applicant's case, the application: saved together. */
export interface WithApplication {
  readonly objection: Outcome<Objection>;
  readonly application?: Outcome<Application>;
}

const leadBecause = ({ notice, application }: Received, text: ObjectionText, now: string): Objection['leadBecause'] => {
  if (!isByRealName(text)) return 'anonymous';
  if (now >= notice.endsAt) return 'late';
  return application.stage === notice.kind ? undefined : 'stageOver';
};

/**
 * Receives what the public writes against an applicant of a notice (D3): in time, to the millisecond, by real name and
 * with a contact it is an objection, which freezes that applicant alone until it is decided; anything else is a lead
 * and freezes nothing. Its evidence may follow until the notice ends; see lapse.ts. Throws `Refused` record.not-found for an applicant whom the notice does not name.
 */
export function receiveObjection(
  received: Received,
  text: ObjectionText,
  circumstances: Circumstances,
): WithApplication {
  const { notice, isNamed, application, objectionId, codeHash, rules, calendars } = received;
  const { now, actor } = circumstances;
  refuseUnless(isNamed && application.applicationId === text.applicationId, 'record.not-found', {
    record: 'application',
  });
  const because = leadBecause(received, text, now);
  const { noticeId } = notice;
  const base: Omit<Objection, 'status'> = {
    ...newHead(notice.programmeId),
    ...text,
    objectionId,
    codeHash,
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
        { type: 'leadFiled', detail: { noticeId, applicationId: text.applicationId, because } },
      ),
    };
  enter('application', application, 'object', actor);
  const dueOn = plusWorkingDays(dateAt(now), rules.objectionWorkingDays, calendars);
  return {
    objection: decided(
      circumstances,
      { ...base, status: 'open', dueOn, duty: { party: 'office', dueOn, reminded: [] } },
      { type: 'objectionFiled', detail: { noticeId, noticeTitle: notice.title, dueOn } },
    ),
    application: decided(
      circumstances,
      { ...application, objections: [...application.objections, { objectionId, noticeId, status: 'open' }] },
      { type: 'objectionReceived', detail: { objectionId, noticeId, dueOn } },
    ),
  };
}
