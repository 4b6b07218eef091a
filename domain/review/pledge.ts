import * as z from 'zod';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

/** An assessor's pledge of impartiality and confidentiality, signed once for a cycle: nothing opens before it. */
export const pledge = z.object({
  ...recordHead,
  cycleId: z.string(),
  personId: z.string(),
  impartiality: z.literal(true),
  confidentiality: z.literal(true),
  signedAt: z.iso.datetime(),
});
export type Pledge = z.infer<typeof pledge>;

/** What is signed: both promises, or it is no pledge. */
export const promises = pledge.pick({ impartiality: true, confidentiality: true });

/** Signs the pledge for a cycle. */
export function signPledge(
  cycle: Cycle,
  promised: z.infer<typeof promises>,
  circumstances: Circumstances,
): Outcome<Pledge> {
  const { actor, now } = circumstances;
  requireRole(actor, 'assessor', cycle.programmeId);
  refuseUnless(cycle.status === 'announced', 'record.not-found', { record: 'cycle' });
  return decided(
    circumstances,
    { ...newHead(cycle.programmeId), ...promised, cycleId: cycle.cycleId, personId: actor.personId, signedAt: now },
    { type: 'pledgeSigned', detail: { cycleId: cycle.cycleId } },
  );
}

/** Throws `Refused` review.pledge-missing unless the pledge is signed. */
export function refuseUnlessPledged(signed: Pledge | undefined): asserts signed is Pledge {
  refuseUnless(!!signed, 'review.pledge-missing');
}
