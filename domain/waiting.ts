import type { Application } from './application/application.ts';
import type { CaseRecord } from './case.ts';
import type { Party } from './actor.ts';
import { dateAt } from './calendar/civil.ts';
import { plusDays } from './calendar/civil.ts';
import type { Circumstances, Outcome } from './record.ts';
import { wakeOutput } from './public-notice/wake.ts';
import { decided } from './record.ts';

/** Who owes the next step in a stage, and within how many days; a stage of its own period sets its own due day. */
const stageDuties: Readonly<Record<string, { party: Party; days: number }>> = {
  EligibilityReview: { party: 'office', days: 14 },
  Correction: { party: 'applicant', days: 7 },
  Consultation: { party: 'office', days: 21 },
  EligibilityNotice: { party: 'office', days: 14 },
  MaterialReview: { party: 'office', days: 45 },
  Defence: { party: 'office', days: 30 },
  OnSiteReview: { party: 'panelLeader', days: 45 },
  Recommendation: { party: 'office', days: 14 },
  CommitteeVote: { party: 'office', days: 30 },
  AwardNotice: { party: 'office', days: 14 },
  GovernmentApproval: { party: 'registrar', days: 60 },
  Investigation: { party: 'office', days: 60 },
  Hearing: { party: 'office', days: 14 },
  CommitteeDecision: { party: 'committeeMember', days: 30 },
  GovernmentRevocation: { party: 'registrar', days: 60 },
  Recovery: { party: 'office', days: 30 },
};

/** A wait of the state machine: the token that resumes it and the entry of the state it belongs to. */
export interface Wait {
  readonly stage: string;
  readonly token: string;
  /** When the machine entered the state: a retried or older wait never replaces a newer one. */
  readonly openedAt: string;
}

/**
 * Opens the wait of a stage: the duty with its due day begins. When people have moved the case on before the machine
 * got here, no duty begins, and the event lets the machine catch up.
 */
export function openWait<R extends CaseRecord>(record: R, wait: Wait, circumstances: Circumstances): Outcome<R> {
  const duty = stageDuties[wait.stage];
  const here = record.stage === wait.stage && duty && !record.duty;
  const next = here
    ? { ...record, duty: { party: duty.party, dueOn: plusDays(dateAt(circumstances.now), duty.days), reminded: [] } }
    : record;
  return decided(circumstances, next, { type: 'waitOpened', detail: { stage: wait.stage } });
}

/** The wait of a stage ran out: the duty is overdue and the staff are told; the machine waits again. */
export const escalateWait = <R extends CaseRecord>(
  record: R,
  stage: string,
  circumstances: Circumstances,
): Outcome<R> => decided(circumstances, record, { type: 'waitEscalated', detail: { stage } });

/** A fault that the machine could not retry away: an operator looks at it and starts the case again at its stage. */
export const reportFault = <R extends CaseRecord>(
  record: R,
  fault: { stage: string; error: string },
  circumstances: Circumstances,
): Outcome<R> => decided(circumstances, record, { type: 'machineFaulted', detail: fault });

/** What a waiting machine is told: where the case is, and for a published notice until when to wait. */
export interface WakeOutput {
  readonly stage: string;
  readonly until?: string | undefined;
}

/** What ends the wait of a stage, or undefined while it goes on. */
export function wakeOutputOf(
  kind: 'application' | 'revocation',
  record: Application | CaseRecord,
  waitStage: string,
): WakeOutput | undefined {
  if (kind === 'application') return wakeOutput(record as Application, waitStage);
  return record.stage === waitStage ? undefined : { stage: record.stage };
}
