import type * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { dateAt } from '../calendar/civil.ts';
import type { YearlyDuty } from '../post-award/duty.ts';
import { newDuty } from '../post-award/duty.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { openRevocation } from '../revocation/investigate.ts';
import type { Revocation } from '../revocation/revocation.ts';
import type { Inspection, inspectionOutcome } from './inspection.ts';

/** What a step of an inspection changes: saved together or not at all. */
export interface Followed {
  readonly inspection: Outcome<Inspection>;
  readonly duties: readonly Outcome<YearlyDuty>[];
  readonly revocation?: Outcome<Revocation> | undefined;
}

/** What is at hand for what follows. */
export interface Around {
  readonly duty: YearlyDuty;
  readonly winner: Winner;
  readonly revocationId: string;
}

type Ordered = Pick<z.infer<typeof inspectionOutcome>, 'rectification' | 'revocation'>;

/** As often as something can be ordered to be put right; then it is either well or a case. */
const mostRounds = 4;

/** Throws `Refused` inspection.order-missing, inspection.order-days, inspection.rounds-over. */
export function orderOf({ rectification }: Ordered, rounds: number, circumstances: Circumstances) {
  if (!rectification) throw new Refused('inspection.order-missing');
  const { dueOn, reInspectBy } = rectification;
  refuseUnless(dueOn > dateAt(circumstances.now) && reInspectBy > dueOn, 'inspection.order-days', {
    dueOn,
    reInspectBy,
  });
  refuseUnless(rounds < mostRounds, 'inspection.rounds-over', { most: mostRounds });
  return rectification;
}

/** A duty that follows from an inspection, reminded of as the inspection's own. */
export function following(
  { duty, winner }: Pick<Around, 'duty' | 'winner'>,
  what: Pick<YearlyDuty, 'kind' | 'dueOn'> & { readonly round: number },
  circumstances: Circumstances,
): Outcome<YearlyDuty> {
  const { kind, dueOn, round } = what;
  const hasAccount = winner.ownerId !== '';
  const next = newDuty(
    winner,
    {
      dutyId: `${kind}-${duty.certificateNumber}-${duty.year}-${round}`,
      ...{ kind, year: duty.year, dueOn, reminders: duty.reminders },
      party: kind === 'rectification' && hasAccount ? 'winner' : 'office',
    },
    dateAt(circumstances.now),
  );
  return decided(circumstances, next, {
    type: 'yearlyDutyOpened',
    detail: { kind, year: duty.year, dueOn, ownerId: duty.ownerId, winnerName: duty.winnerName },
  });
}

/** A revocable fact leads to a case of its own (A27), never to a revocation by itself. Throws inspection.fact-missing. */
export function caseOn(
  { revocation }: Ordered,
  { winner, revocationId }: Around,
  circumstances: Circumstances,
): Outcome<Revocation> {
  if (!revocation) throw new Refused('inspection.fact-missing');
  return openRevocation(winner, { revocationId, ...revocation }, circumstances);
}
