import * as z from 'zod';

/** A case whose execution failed in a way that no retry mends, until an operator starts it again. */
export const fault = z.object({
  kind: z.enum(['application', 'revocation']),
  recordId: z.string(),
  programmeId: z.string(),
  stage: z.string(),
  error: z.string().describe("The error's name; never its text, which may hold personal data"),
  at: z.iso.datetime(),
});
export type Fault = z.infer<typeof fault>;
