import * as z from 'zod';
import { recordHead } from '../record.ts';

/** Where a revocation is made known beside the public: the credit and the supervision platform (A27). */
export const platforms = ['credit', 'supervision'] as const;
export type Platform = (typeof platforms)[number];

/** What a platform answers for a message that it took. */
export const receipt = z.object({
  receiptNumber: z.string().min(1).max(200),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type Receipt = z.infer<typeof receipt>;

/** A revocation on its way to a platform. Its id is the key by which the platform knows a repeat (A27). */
export const push = z.object({
  ...recordHead,
  pushId: z.string(),
  revocationId: z.string(),
  certificateNumber: z.string(),
  platform: z.enum(platforms),
  status: z.enum(['pending', 'delivered', 'failed']),
  round: z.int().positive().describe('How often it was set out: again after each failure, by an officer'),
  requestedAt: z.iso.datetime(),
  failure: z
    .object({ error: z.string().describe('Its name, never its text'), at: z.iso.datetime() })
    .optional()
    .describe('Of the last round'),
  receipt: receipt.optional(),
  deliveredAt: z.iso.datetime().optional(),
});
export type Push = z.infer<typeof push>;
