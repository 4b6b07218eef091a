import { enter, move, moved } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';
import { refuseIfOnDuty } from './duties.ts';
import { closingOf, phaseFor } from './extend.ts';

/** An application as it begins. */
export const newDraft = (
  cycle: Cycle,
  { applicationId, kind, ownerId }: Pick<Application, 'applicationId' | 'kind' | 'ownerId'>,
  now: string,
): Application => ({
  ...newHead(cycle.programmeId),
  applicationId,
  cycleId: cycle.cycleId,
  kind,
  ownerId,
  stage: 'Draft',
  stageEnteredAt: now,
  sections: {},
  consultations: [],
  notices: {},
  objections: [],
  lists: [],
});

/**
 * Begins a draft. A cycle must be announced: before that nobody can know its rules (A15). Throws `Refused` cycle.closed,
 * member.duty-conflicts.
 */
export function begin(
  cycle: Cycle,
  applicationId: string,
  kind: Application['kind'],
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseIfOnDuty(actor.grants, cycle.programmeId);
  refuseIfClosed({}, cycle, now);
  return decided(circumstances, newDraft(cycle, { applicationId, kind, ownerId: actor.personId }, now), {
    type: 'applicationBegun',
    detail: { kind },
  });
}

/** Throws `Refused` cycle.closed after the closing time: drafts stay readable, nothing can be handed in (A15). */
export function refuseIfClosed(of: Pick<Application, 'extension'>, cycle: Cycle, now: string): void {
  refuseUnless(cycle.status !== 'draft', 'record.not-found');
  refuseUnless(['announced', 'open'].includes(phaseFor(of, cycle, now)), 'cycle.closed', {
    closesAt: closingOf(of, cycle),
  });
}

/** The applicant withdraws, in any stage before the award (A15: applying is voluntary). */
export function withdraw(of: Application, reason: string, circumstances: Circumstances): Outcome<Application> {
  enter('application', of, 'withdraw', circumstances.actor);
  const ended = { stage: of.stage, reason, article: 'A15', at: circumstances.now };
  return decided(
    circumstances,
    { ...move(of, 'Withdrawn', circumstances.now), ended },
    moved(of, 'applicationWithdrawn', 'Withdrawn', { reason }),
  );
}
