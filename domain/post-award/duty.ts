import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

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

/** A duty of one year after the award: the report of a winner (A26), the inspection of an organisation (A28). */
export const yearlyDuty = z.object({
  ...recordHead,
  dutyId: z.string(),
  kind: z.enum(['annualReport', 'inspection']),
  certificateNumber: z.string(),
  winnerName: z.string(),
  ownerId: z.string(),
  year: z.int(),
  status: z.enum(['open', 'done']),
  dueOn: z.iso.date(),
  duty: z.object({ party: z.string(), dueOn: z.iso.date(), reminded: z.array(z.string()) }).optional(),
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

const reports = 5;

const dutyOf = (kind: YearlyDuty['kind'], of: Winner, year: number, dueOn: string, party: string): YearlyDuty => ({
  ...newHead(of.programmeId),
  dutyId: `${kind}-${of.certificateNumber}-${year}`,
  kind,
  certificateNumber: of.certificateNumber,
  winnerName: of.name,
  ownerId: of.ownerId,
  year,
  status: 'open',
  dueOn,
  duty: { party, dueOn, reminded: [] },
});

/**
 * The duties of a winner in a year: five reports, due 31 March for the year before (D14); for organisations an
 * inspection every year (A28, D15). None in the year of the decision, none after a revocation. The ids are
 * deterministic, so that opening them twice is opening them once.
 */
export function yearlyDutiesOf(of: Winner, year: number, circumstances: Circumstances): Outcome<YearlyDuty>[] {
  const yearsSince = year - Number(of.decision.date.slice(0, 4));
  // Who won under earlier rules is bound by those, and has no account here that could report.
  if (of.status === 'revoked' || of.imported || yearsSince < 1) return [];
  const duties = [
    ...(yearsSince <= reports ? [dutyOf('annualReport', of, year, `${year}-03-31`, 'applicant')] : []),
    ...(of.kind === 'organisation' ? [dutyOf('inspection', of, year, `${year}-12-31`, 'office')] : []),
  ];
  return duties.map((duty) =>
    decided(circumstances, duty, {
      type: 'yearlyDutyOpened',
      detail: { kind: duty.kind, year, dueOn: duty.dueOn, ownerId: duty.ownerId, winnerName: duty.winnerName },
    }),
  );
}

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
    { ...of, status: 'done', duty: undefined, done },
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
    { ...of, status: 'done', duty: undefined, done },
    { type: 'inspectionRecorded', detail: { year: of.year, outcome: found.outcome, ownerId: of.ownerId } },
  );
}

const isLate = (of: YearlyDuty, now: string) => dateAt(now) > of.dueOn;
