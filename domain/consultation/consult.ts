import type { Application } from '../application/application.ts';
import { dateAt, yearOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Consultation } from './letter.ts';

interface Request {
  readonly departmentCodes: readonly string[];
  readonly question: string;
  readonly rules: Pick<Rules, 'consultationWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
  /** Departments that somebody answers for; a letter to any other would never be read. */
  readonly known: readonly string[];
}

/** The office asks departments in writing about an applicant (A16); each is asked once and has its own letter number. */
export function consult(
  of: Application,
  { departmentCodes, question, rules, calendars, known }: Request,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'consult', actor);
  const asked = [...new Set(departmentCodes)];
  const unknown = asked.filter((code) => !known.includes(code));
  refuseUnless(unknown.length === 0, 'consultation.department-unknown', { departments: unknown });
  const again = asked.filter((code) => of.consultations.some((c) => c.departmentCode === code));
  refuseUnless(again.length === 0, 'consultation.sent-already', { departments: again });
  const today = dateAt(now);
  const dueOn = plusWorkingDays(today, rules.consultationWorkingDays, calendars);
  const sent = asked.map((departmentCode): Consultation => ({
    departmentCode,
    letterNumber: `昆质评函〔${yearOf(today)}〕${of.code}号-${departmentCode}`,
    question,
    sentAt: now,
    dueOn,
    reminded: [],
  }));
  const letters = sent.map(({ departmentCode, letterNumber }) => ({ departmentCode, letterNumber, dueOn }));
  return decided(
    circumstances,
    { ...of, consultations: [...of.consultations, ...sent] },
    { type: 'consultationSent', detail: { letters } },
  );
}
