import type * as z from 'zod';
import { actsForApplicant } from '../applicant.ts';
import type { Membership } from '../applicant.ts';
import { hasRole } from '../actor.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Document } from '../document/document.ts';
import type { YearlyDuty } from '../post-award/duty.ts';
import { finished, isLate } from '../post-award/duty.ts';
import type { Circumstances } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { KeptFile } from '../revocation/revocation.ts';
import type { Around, Followed } from './follow.ts';
import { caseOn, following, orderOf } from './follow.ts';
import type { Inspection, reInspection, rectificationReport } from './inspection.ts';
import { refuseUnlessIn } from './plan.ts';
import { refuseUnlessThere } from './worksheets.ts';

interface Applicant {
  readonly members?: readonly Membership[] | undefined;
}

/** Whether the actor answers for the winner: its people, or the office for one that has no account here. */
export const answersForWinner = (
  of: Pick<Inspection, 'ownerId' | 'programmeId'>,
  { members }: Applicant,
  { actor }: Pick<Circumstances, 'actor'>,
): boolean =>
  of.ownerId === ''
    ? hasRole(actor, 'office', of.programmeId)
    : actsForApplicant({ ownerId: of.ownerId, members }, actor.personId);

const lastRound = (of: Inspection) => {
  const last = of.rounds.at(-1);
  if (!last) throw new Refused('inspection.wrong-status', { status: of.status });
  return last;
};

/** The winner says what it put right, with evidence; late is accepted and flagged. The office then looks again. */
export function handInRectification(
  of: Inspection,
  written: z.infer<typeof rectificationReport>,
  at: { readonly applicant: Applicant; readonly present: readonly Document[]; readonly kept: readonly KeptFile[] },
  around: Pick<Around, 'duty' | 'winner'>,
  circumstances: Circumstances,
): Followed {
  const { actor, now } = circumstances;
  refuseUnless(answersForWinner(of, at.applicant, circumstances), 'record.not-found', { record: 'inspection' });
  refuseUnlessIn(of, 'rectification');
  refuseUnless(around.duty.status !== 'cancelled', 'duty.cancelled');
  refuseUnlessThere(written.evidence, at.present);
  const last = lastRound(of);
  const late = isLate(around.duty, now);
  const handedIn = { ...written, late, by: actor.personId, at: now };
  const again = { kind: 'reInspection', dueOn: last.reInspectBy, round: of.rounds.length } as const;
  return {
    inspection: decided(
      circumstances,
      {
        ...of,
        status: 'reInspection',
        rounds: [...of.rounds.slice(0, -1), { ...last, handedIn }],
        kept: [...of.kept, ...at.kept],
      },
      {
        type: 'rectificationHandedIn',
        detail: { late, winnerName: of.winnerName, applicationId: of.applicationId, evidence: written.evidence },
      },
    ),
    duties: [
      decided(circumstances, finished(around.duty, 'done', circumstances)),
      following(around, again, circumstances),
    ],
  };
}

/** The duty that is open while something is put right, or waits to be looked at again. */
export const openDutyOf = (of: Inspection): string =>
  of.status === 'rectification'
    ? lastRound(of).dutyId
    : `reInspection-${of.certificateNumber}-${of.year}-${of.rounds.length}`;

/** Throws `Refused` inspection.rectification-running while the winner still has time and has said nothing. */
function refuseUnlessReInspectable(of: Inspection, circumstances: Circumstances): void {
  refuseUnlessIn(of, 'reInspection', 'rectification');
  const { dueOn, handedIn } = lastRound(of);
  refuseUnless(handedIn !== undefined || dateAt(circumstances.now) > dueOn, 'inspection.rectification-running', {
    dueOn,
  });
}

/**
 * The office looks again: put right, which closes the inspection; not put right, which is ordered anew; or a revocable
 * fact, on which a revocation case is opened (A28). `duty` is the one that is open, of the rectification or the looking.
 */
export function recordReInspection(
  of: Inspection,
  found: z.infer<typeof reInspection>,
  at: { readonly present: readonly Document[]; readonly kept: readonly KeptFile[]; readonly open: YearlyDuty },
  around: Around,
  circumstances: Circumstances,
): Followed {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessReInspectable(of, circumstances);
  refuseUnless(at.open.status !== 'cancelled', 'duty.cancelled');
  refuseUnless(found.on <= dateAt(now), 'inspection.not-yet', { on: found.on });
  refuseUnlessThere(found.evidence, at.present);
  const { on, result, finding, evidence } = found;
  const number = of.rounds.length + 1;
  const order = result === 'notRectified' ? orderOf(found, of.rounds.length, circumstances) : undefined;
  const revocation = result === 'revocableFact' ? caseOn(found, around, circumstances) : undefined;
  const duty = order && following(around, { kind: 'rectification', dueOn: order.dueOn, round: number }, circumstances);
  const seen = { ...lastRound(of), reInspection: { on, result, finding, evidence, by: actor.personId, at: now } };
  const next: Inspection = {
    ...of,
    status: order ? 'rectification' : 'closed',
    rounds: [...of.rounds.slice(0, -1), seen, ...(order && duty ? [{ ...order, dutyId: duty.next.dutyId }] : [])],
    revocationId: revocation?.next.revocationId,
    kept: [...of.kept, ...at.kept],
  };
  const { winnerName, ownerId, applicationId, year } = of;
  return {
    inspection: decided(circumstances, next, {
      type: 'reInspectionRecorded',
      detail: {
        ...{ year, result, finding, winnerName, ownerId, applicationId },
        ...(order && { demands: order.demands, dueOn: order.dueOn }),
        ...(revocation && { revocationId: revocation.next.revocationId }),
      },
    }),
    duties: [decided(circumstances, finished(at.open, 'done', circumstances)), ...(duty ? [duty] : [])],
    revocation,
  };
}
