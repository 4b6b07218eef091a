import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { yearlyDutiesOf } from '#domain/post-award/duty';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), year: z.int(), certificateNumber: z.string() });

/** Opens a winner's duties of the year; those that are open already stay as they are. */
export const handler = step(input, async ({ input: { certificateNumber, year }, deps }) => {
  const winner = await deps.winners.get(certificateNumber);
  const duties = yearlyDutiesOf(winner, year, { actor: systemActor, now: deps.now() });
  let opened = 0;
  for (const outcome of duties) {
    if (await deps.duties.find(outcome.next.dutyId)) continue;
    await deps.duties.save(outcome);
    opened += 1;
  }
  return { opened };
});
