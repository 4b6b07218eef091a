import * as z from 'zod';
import { remindPart } from '#functions/events/reminding/remind-part';
import { step } from '#functions/runtime/step';

const input = z.object({
  schemaVersion: z.literal(1),
  part: z.int(),
  from: z.string(),
  programmes: z.array(z.string()),
  failed: z.int(),
});

/** A minute is what a step has; at two seconds for eight digests it is still done in time. */
const atATime = 200;

/** Sends the digests of one part of the duties, as many as one invocation can, and says where to go on. */
export const handler = step(input, ({ input: so, deps }) => remindPart(so, atATime, deps));
