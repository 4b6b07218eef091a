import { systemActor } from '#domain/actor';
import { handedOver } from '#domain/post-award/duty';
import { decided } from '#domain/record';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;

/** What an earlier winner owes is theirs to do once an account acts for them, and no more by way of the office (A26, A30). */
export async function handOverDuties(
  certificateNumber: string,
  before: string,
  deps: Deps,
  left = manyTimes,
): Promise<void> {
  const { ownerId } = await deps.winners.get(certificateNumber);
  try {
    for (const status of ['open', 'handedIn', 'done'] as const)
      for await (const { dutyId } of deps.duties.ofWinner({ certificateNumber, ownerId: before }, status)) {
        const duty = await deps.duties.get(dutyId);
        if (duty.certificateNumber !== certificateNumber || duty.ownerId === ownerId) continue;
        const event = { type: 'dutyHandedOver', detail: { certificateNumber, ownerId } };
        await deps.duties.save(decided({ actor: systemActor, now: deps.now() }, handedOver(duty, ownerId), event));
      }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await handOverDuties(certificateNumber, before, deps, left - 1);
  }
}
