import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt, yearOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Consultation, ConsultationLetter } from './letter.ts';

/** What is saved in one transaction is at most a hundred items; the rest is left to the request itself. */
const itemsAtMost = 96;

interface Request {
  readonly departmentCodes: readonly string[];
  readonly question: string;
  readonly calendars: readonly CalendarYear[];
  /** Departments that somebody answers for; a letter to any other would never be read. */
  readonly known: readonly string[];
  /** The letters' running numbers of the year begin here. */
  readonly firstNumber: number;
  readonly newId: (prefix: string) => string;
}

/** The letters, and the applications that are on them: saved together. */
export interface Issue {
  readonly letters: readonly Outcome<ConsultationLetter>[];
  readonly applications: readonly Outcome<Application>[];
}

/**
 * The office asks departments in writing about applicants of a cycle (A16): one numbered letter to each department on all
 * of them, due in so many working days (D19). Nobody is asked twice about one applicant. Throws `Refused`
 * consultation.department-unknown, .sent-already, .nobody, .too-many.
 */
export function issueLetters(
  cycle: Cycle,
  applications: readonly Application[],
  { departmentCodes, question, calendars, known, firstNumber, newId }: Request,
  circumstances: Circumstances,
): Issue {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', cycle.programmeId);
  const asked = [...new Set(departmentCodes)];
  const unknown = asked.filter((code) => !known.includes(code));
  refuseUnless(unknown.length === 0, 'consultation.department-unknown', { departments: unknown });
  refuseUnless(applications.length > 0, 'consultation.nobody');
  const items = applications.length * (2 + asked.length) + 3 * asked.length;
  refuseUnless(items <= itemsAtMost, 'consultation.too-many', {
    most: Math.floor((itemsAtMost - 3 * asked.length) / (2 + asked.length)),
    departments: asked.length,
  });
  const today = dateAt(now);
  const dueOn = plusWorkingDays(today, cycle.rules.consultationWorkingDays, calendars);
  const letters = asked.map((departmentCode, i): ConsultationLetter => ({
    ...newHead(cycle.programmeId),
    letterId: newId('ltr'),
    cycleId: cycle.cycleId,
    departmentCode,
    letterNumber: `昆质评函〔${yearOf(today)}〕${firstNumber + i}号`,
    question,
    sentAt: now,
    dueOn,
    subjects: applications.map((a) => ({ applicationId: a.applicationId, code: a.code, name: nameOf(a) })),
    open: applications.map((a) => a.applicationId),
    duty: { party: 'department', dueOn, reminded: [] },
  }));
  return {
    applications: applications.map((a) => putOn(a, cycle, letters, circumstances)),
    letters: letters.map((letter) => {
      const { letterNumber, departmentCode } = letter;
      const detail = { letterNumber, departmentCode, dueOn, count: applications.length };
      return decided(circumstances, letter, { type: 'letterIssued', detail });
    }),
  };
}

function putOn(
  of: Application,
  { cycleId }: Cycle,
  letters: readonly ConsultationLetter[],
  circumstances: Circumstances,
): Outcome<Application> {
  refuseUnless(of.cycleId === cycleId, 'record.not-found', { record: 'application' });
  enter('application', of, 'consult', circumstances.actor);
  const again = letters.filter((l) => of.consultations.some((c) => c.departmentCode === l.departmentCode));
  refuseUnless(again.length === 0, 'consultation.sent-already', {
    departments: again.map((l) => l.departmentCode),
    applications: [of.code ?? of.applicationId],
  });
  const sent = letters.map(({ letterId, letterNumber, departmentCode, question, sentAt, dueOn }): Consultation => ({
    letterId,
    letterNumber,
    departmentCode,
    question,
    sentAt,
    dueOn,
  }));
  return decided(
    circumstances,
    { ...of, consultations: [...of.consultations, ...sent] },
    {
      type: 'consultationSent',
      detail: { letters: sent.map(({ letterNumber, departmentCode }) => ({ letterNumber, departmentCode })) },
    },
  );
}

/** The applicant needs no answer from the department any more: it answered, or its silence was escalated. */
export const settle = (letter: ConsultationLetter, applicationIds: readonly string[]): ConsultationLetter => {
  const open = letter.open.filter((id) => !applicationIds.includes(id));
  return { ...letter, open, duty: open.length > 0 ? letter.duty : undefined };
};
