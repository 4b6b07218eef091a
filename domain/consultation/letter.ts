import * as z from 'zod';

/** One department asked about one applicant (A16): silence is never consent (D19). */
export const consultation = z.object({
  departmentCode: z.string(),
  letterNumber: z.string(),
  question: z.string(),
  sentAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  reminded: z.array(z.string()),
  answer: z
    .object({
      verdict: z.enum(['noObjection', 'objection']),
      facts: z.string(),
      documentNumber: z.string().optional(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
  escalation: z
    .object({ outcome: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional()
    .describe('What was found out otherwise when the department stayed silent'),
});
export type Consultation = z.infer<typeof consultation>;
