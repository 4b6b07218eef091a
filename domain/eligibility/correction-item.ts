import * as z from 'zod';

/** What exactly is to be corrected: which section, kind of file or condition, and what is wrong with it (D18). */
export const correctionItem = z.object({
  what: z.string().trim().min(1).max(500),
  section: z.string().max(40).optional(),
  documentKind: z.string().max(40).optional(),
  condition: z.string().max(10).optional(),
});
export type CorrectionItem = z.infer<typeof correctionItem>;
