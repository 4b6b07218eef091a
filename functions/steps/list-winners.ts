import * as z from 'zod';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), year: z.int(), cursor: z.string().nullable() });

/** A page of all winners, of every programme: by their certificates' numbers, so that the execution carries ids alone. */
export const handler = step(input, async ({ input: { cursor }, deps }) => {
  const page = await deps.winners.everyone({ limit: 100, cursor: cursor ?? undefined });
  return {
    winners: page.items.map((winner) => winner.certificateNumber),
    ...(page.cursor && { cursor: page.cursor }),
  };
});
