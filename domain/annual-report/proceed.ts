import { hasRole } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Membership } from '../applicant.ts';
import { dateAt } from '../calendar/civil.ts';
import { plainText } from '../case-page/plain-text.ts';
import type { Document } from '../document/document.ts';
import type { YearlyDuty } from '../post-award/duty.ts';
import { finished, isLate, reopened } from '../post-award/duty.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { KeptFile } from '../revocation/revocation.ts';
import type { AnnualReport, ReportContent } from './annual-report.ts';

/** Where the files of a report belong: they are read by way of the report alone. */
export const filesOf = (dutyId: string): string => `annual-report:${dutyId}`;

interface Applicant {
  readonly members?: readonly Membership[] | undefined;
}

/** What a decision about a report changes: saved together or not at all. */
export interface Decided {
  readonly duty: Outcome<YearlyDuty>;
  readonly report: Outcome<AnnualReport>;
}

/** Throws `Refused` record.not-found to all but the winner, or the office of one that has no account here. */
export function refuseUnlessReporter(of: YearlyDuty, { members }: Applicant, { actor }: Pick<Circumstances, 'actor'>) {
  const may =
    of.ownerId === ''
      ? hasRole(actor, 'office', of.programmeId)
      : actsForApplicant({ ownerId: of.ownerId, members }, actor.personId);
  refuseUnless(of.kind === 'annualReport' && may, 'record.not-found', { record: 'duty' });
}

/** Throws `Refused` unless a report can be handed in now: duty.cancelled, duty.done-already. */
export function refuseUnlessOwed(of: YearlyDuty): void {
  refuseUnless(of.status !== 'cancelled', 'duty.cancelled');
  refuseUnless(of.status === 'open', 'duty.done-already');
}

/** The files of those present that a report names. Throws `Refused` document.not-checked when one is not there. */
export function named(files: readonly string[], present: readonly Document[]): Document[] {
  const there = present.filter((d) => d.status === 'checked' && files.includes(d.documentId));
  refuseUnless(there.length === new Set(files).size, 'document.not-checked');
  return there;
}

/** The winner hands in the yearly report; late is accepted and flagged (A26, D14). */
export function handInAnnualReport(
  of: YearlyDuty,
  applicant: Applicant,
  content: ReportContent,
  { round, files }: { readonly round: number; readonly files: readonly KeptFile[] },
  circumstances: Circumstances,
): Decided {
  refuseUnlessReporter(of, applicant, circumstances);
  refuseUnlessOwed(of);
  const { actor, now } = circumstances;
  const { dutyId, certificateNumber, applicationId, winnerName, year } = of;
  const late = isLate(of, now);
  const publicPart = content.publicPart === undefined ? undefined : plainText(content.publicPart);
  const report: AnnualReport = {
    ...newHead(of.programmeId),
    ...{ reportId: `${dutyId}~${round}`, dutyId, certificateNumber, applicationId, winnerName, year, round },
    content: { ...content, publicPart },
    files: [...files],
    ...{ handedInAt: now, handedInBy: actor.personId, late, status: 'handedIn', consent: !!publicPart },
  };
  const hashes = files.map(({ documentId, sha256 }) => ({ documentId, sha256 }));
  return {
    duty: decided(circumstances, finished(of, 'handedIn', circumstances), {
      type: 'annualReportHandedIn',
      detail: { year, late, round, winnerName, applicationId },
    }),
    report: decided(circumstances, report, { type: 'annualReportWritten', detail: { dutyId, round, files: hashes } }),
  };
}

const refuseUnlessAwaiting = (of: YearlyDuty, report: AnnualReport | undefined, circumstances: Circumstances) => {
  requireRole(circumstances.actor, 'office', of.programmeId);
  if (of.status !== 'handedIn' || !report) throw new Refused('annual-report.not-awaiting', { status: of.status });
  return report;
};

const told = ({ year, winnerName, ownerId, applicationId }: YearlyDuty) => ({
  ...{ year, winnerName, ownerId, applicationId },
});

/** The office has read the report and takes it (A26). Throws `Refused` annual-report.not-awaiting. */
export function acknowledgeAnnualReport(
  of: YearlyDuty,
  handedIn: AnnualReport | undefined,
  circumstances: Circumstances,
): Decided {
  const report = refuseUnlessAwaiting(of, handedIn, circumstances);
  const { actor, now } = circumstances;
  const decision = { at: now, by: actor.personId };
  return {
    duty: decided(circumstances, { ...of, status: 'done' }, { type: 'annualReportAcknowledged', detail: told(of) }),
    report: decided(circumstances, { ...report, status: 'acknowledged', decided: decision }),
  };
}

/**
 * The office gives the report back with its reason and a new due day; from then on it is owed again. Throws `Refused`
 * annual-report.not-awaiting, annual-report.due-in-past.
 */
export function returnAnnualReport(
  of: YearlyDuty,
  handedIn: AnnualReport | undefined,
  { reason, dueOn }: { readonly reason: string; readonly dueOn: CivilDate },
  circumstances: Circumstances,
): Decided {
  const report = refuseUnlessAwaiting(of, handedIn, circumstances);
  const { actor, now } = circumstances;
  refuseUnless(dueOn > dateAt(now), 'annual-report.due-in-past', { dueOn });
  return {
    duty: decided(circumstances, reopened(of, { dueOn, reason }, circumstances), {
      type: 'annualReportReturned',
      detail: { ...told(of), reason, dueOn },
    }),
    report: decided(circumstances, {
      ...report,
      status: 'returned',
      decided: { at: now, by: actor.personId, reason, dueOn },
    }),
  };
}

/** The winner agrees that the public part is published, or no longer; at once (A26). */
export function setConsent(
  of: YearlyDuty,
  report: AnnualReport | undefined,
  applicant: Applicant,
  consent: boolean,
  circumstances: Circumstances,
): Outcome<AnnualReport> {
  refuseUnlessReporter(of, applicant, circumstances);
  if (!report?.content.publicPart) throw new Refused('annual-report.no-public-part');
  return decided(circumstances, { ...report, consent }, { type: 'annualReportConsent', detail: { consent } });
}
