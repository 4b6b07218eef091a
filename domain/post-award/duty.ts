import * as z from 'zod';
import { dateAt } from '../calendar/civil.ts';
import type { CivilDate, Circumstances, Instant, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Winner } from '../approval/winner.ts';
import type { Reminders } from './reminders.ts';
import { firstReminder, nextReminder, reminders } from './reminders.ts';

/** What a yearly inspection confirms (A28). */
const inspection = z.object({
  management: z.string().min(1).max(5000),
  performance: z.string().min(1).max(5000),
  stability: z.string().min(1).max(5000),
  trend: z.string().min(1).max(5000),
  outcome: z.enum(['satisfactory', 'seriousDecline', 'revocableFact']),
});

/** A winner's yearly self-evaluation report (A26). */
const report = z.object({
  summary: z.string().trim().min(1).max(30_000),
  goals: z.string().trim().min(1).max(10_000).describe('New goals for quality (A26)'),
  documentId: z.string().optional(),
});

/** What is owed after an award. */
export const dutyKinds = ['annualReport', 'inspection'] as const;

/** Where a duty stands. */
export const dutyStatuses = ['open', 'done'] as const;

/** A duty of one year after the award: the report of a winner (A26), the inspection of an organisation (A28). */
export const yearlyDuty = z.object({
  ...recordHead,
  dutyId: z.string(),
  kind: z.enum(dutyKinds),
  certificateNumber: z.string(),
  applicationId: z.string().describe('Whoever has a conflict with it sees nothing of the duty; empty for an import'),
  winnerName: z.string(),
  ownerId: z.string().describe('Empty for who won before this system and has no account here'),
  year: z.int(),
  status: z.enum(dutyStatuses),
  party: z.enum(['winner', 'office']).describe('Who owes it, and is reminded'),
  dueOn: z.iso.date(),
  reminders,
  remindOn: z.iso.date().optional().describe('The next day on which a digest names it; absent once nothing is owed'),
  done: z
    .object({
      at: z.iso.datetime(),
      by: z.string(),
      late: z.boolean(),
      report: report.optional(),
      inspection: inspection.optional(),
    })
    .optional(),
});
export type YearlyDuty = z.infer<typeof yearlyDuty>;
export const reportBody = report;
export const inspectionBody = inspection;

/** A duty that begins: the winner is told with the next morning's digest, the office when it falls due. */
export const newDuty = (
  of: Winner,
  duty: Pick<YearlyDuty, 'dutyId' | 'kind' | 'year' | 'party' | 'dueOn'> & { readonly reminders: Reminders },
  today: CivilDate,
): YearlyDuty => ({
  ...newHead(of.programmeId),
  ...{ certificateNumber: of.certificateNumber, applicationId: of.applicationId, winnerName: of.name },
  ownerId: of.ownerId,
  status: 'open',
  ...duty,
  remindOn: duty.party === 'winner' ? firstReminder(today) : nextReminder(duty.dueOn, duty.reminders, today),
});

/** Whether the day is past on which the duty was due; the due day itself is in time (D14). */
export const isLate = (of: Pick<YearlyDuty, 'dueOn'>, now: Instant): boolean => dateAt(now) > of.dueOn;

const refuseUnlessOpen = (of: YearlyDuty, kind: YearlyDuty['kind']) => {
  if (of.kind !== kind) throw new Refused('record.not-found', { record: 'duty' });
  refuseUnless(of.status === 'open', 'duty.done-already');
};

/** The winner hands in the yearly report; late is accepted and flagged (D14). */
export function handInAnnualReport(
  of: YearlyDuty,
  handedIn: z.infer<typeof report>,
  circumstances: Circumstances,
): Outcome<YearlyDuty> {
  const { actor, now } = circumstances;
  if (of.ownerId !== actor.personId) throw new Refused('record.not-found', { record: 'duty' });
  refuseUnlessOpen(of, 'annualReport');
  const late = isLate(of, now);
  const done = { at: now, by: actor.personId, late, report: handedIn };
  return decided(
    circumstances,
    { ...of, status: 'done', remindOn: undefined, done },
    { type: 'annualReportHandedIn', detail: { year: of.year, late, winnerName: of.winnerName } },
  );
}

/** The office records the inspection (A28); a revocable fact leads to a case of its own, never to a revocation by itself. */
export function recordInspection(
  of: YearlyDuty,
  found: z.infer<typeof inspection>,
  circumstances: Circumstances,
): Outcome<YearlyDuty> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessOpen(of, 'inspection');
  const done = { at: now, by: actor.personId, late: isLate(of, now), inspection: found };
  return decided(
    circumstances,
    { ...of, status: 'done', remindOn: undefined, done },
    { type: 'inspectionRecorded', detail: { year: of.year, outcome: found.outcome, ownerId: of.ownerId } },
  );
}
