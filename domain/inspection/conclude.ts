import type * as z from 'zod';
import { finished } from '../post-award/duty.ts';
import type { Circumstances } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { KeptFile } from '../revocation/revocation.ts';
import type { Around, Followed } from './follow.ts';
import { caseOn, following, orderOf } from './follow.ts';
import type { Inspection, inspectionOutcome } from './inspection.ts';
import { refuseUnlessIn, unwritten } from './plan.ts';

/**
 * The office records how the inspection ended, once all areas are written: satisfactory; a serious decline, which is
 * ordered to be put right by a day; or a revocable fact, on which a revocation case is opened (A28). Throws `Refused`
 * inspection.wrong-status, inspection.worksheets-missing, inspection.order-*, inspection.fact-missing.
 */
export function concludeInspection(
  of: Inspection,
  ended: z.infer<typeof inspectionOutcome>,
  kept: readonly KeptFile[],
  around: Around,
  circumstances: Circumstances,
): Followed {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessIn(of, 'planned');
  refuseUnless(around.duty.status !== 'cancelled', 'duty.cancelled');
  const missing = unwritten(of);
  refuseUnless(missing.length === 0, 'inspection.worksheets-missing', { areas: missing });
  const { result, summary } = ended;
  const order = result === 'seriousDecline' ? orderOf(ended, 0, circumstances) : undefined;
  const revocation = result === 'revocableFact' ? caseOn(ended, around, circumstances) : undefined;
  const duty = order && following(around, { kind: 'rectification', dueOn: order.dueOn, round: 1 }, circumstances);
  const { winnerName, ownerId, applicationId, year } = of;
  const next: Inspection = {
    ...of,
    status: order ? 'rectification' : 'closed',
    outcome: { result, summary, by: actor.personId, at: now },
    rounds: order && duty ? [{ ...order, dutyId: duty.next.dutyId }] : [],
    revocationId: revocation?.next.revocationId,
    kept: [...kept],
  };
  return {
    inspection: decided(circumstances, next, {
      type: 'inspectionConcluded',
      detail: {
        ...{ year, result, summary, winnerName, ownerId, applicationId },
        ...(order && { demands: order.demands, dueOn: order.dueOn }),
        ...(revocation && { revocationId: revocation.next.revocationId }),
      },
    }),
    duties: [decided(circumstances, finished(around.duty, 'done', circumstances)), ...(duty ? [duty] : [])],
    revocation,
  };
}
