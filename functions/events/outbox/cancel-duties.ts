import { systemActor } from '#domain/actor';
import { cancelled } from '#domain/post-award/duty';
import { decided } from '#domain/record';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;

/** Nothing more is owed for an award that was revoked (A27); what was handed in stays on record. */
export async function cancelDuties(certificateNumber: string, deps: Deps, left = manyTimes): Promise<void> {
  const winner = await deps.winners.get(certificateNumber);
  const circumstances = { actor: systemActor, now: deps.now() };
  try {
    for (const status of ['open', 'handedIn'] as const)
      for await (const { dutyId } of deps.duties.ofWinner(winner, status)) {
        const duty = await deps.duties.get(dutyId);
        if (duty.certificateNumber !== certificateNumber || duty.status !== status) continue;
        await deps.duties.save(
          decided(circumstances, cancelled(duty), { type: 'dutyCancelled', detail: { certificateNumber } }),
        );
      }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await cancelDuties(certificateNumber, deps, left - 1);
  }
}
