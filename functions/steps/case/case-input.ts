import * as z from 'zod';

/** What every step of a case is told; see statemachines/case-tasks.ts. */
export const caseInput = z.object({
  schemaVersion: z.literal(1),
  kind: z.enum(['application', 'revocation']),
  recordId: z.string(),
  stage: z.string(),
});
export type CaseInput = z.infer<typeof caseInput>;
