import * as z from 'zod';
import { tellStaff } from '#functions/events/reminding/tell-staff';
import { step } from '#functions/runtime/step';

const swept = z.object({ programmes: z.array(z.string()), failed: z.int() });
const input = z.object({ schemaVersion: z.literal(1), programmes: z.array(z.string()), swept: z.array(swept) });

/** Tells each office concerned, when all parts are swept. */
export const handler = step(input, async ({ input: { programmes, swept }, deps }) => {
  const told = new Set([...programmes, ...swept.flatMap((part) => part.programmes)]);
  for (const programmeId of told) await tellStaff(programmeId, deps);
  return { failed: swept.reduce((sum, part) => sum + part.failed, 0) };
});
