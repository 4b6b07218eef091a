import * as z from 'zod';

const answer = z.object({
  verdict: z.enum(['noObjection', 'objection']),
  facts: z.string(),
  documentNumber: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** One department asked about one applicant (A16): silence is never consent (D19). */
export const consultation = z.object({
  departmentCode: z.string(),
  letterNumber: z.string(),
  question: z.string(),
  sentAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  reminded: z.array(z.string()),
  answer: answer.optional(),
  escalation: z
    .object({ outcome: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional()
    .describe('What was found out otherwise when the department stayed silent'),
  assessment: z
    .object({ text: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional()
    .describe("The office's finding that an objection does not stand in the way"),
});
export type Consultation = z.infer<typeof consultation>;

/** All that a department ever sees of an applicant: whom it is asked about, what, until when, and its own answer. */
export const letter = consultation
  .pick({ departmentCode: true, letterNumber: true, question: true, sentAt: true, dueOn: true })
  .extend({
    applicationId: z.string(),
    name: z.string(),
    code: z.string().optional(),
    answer: answer.omit({ by: true }).optional(),
  });
export type Letter = z.infer<typeof letter>;
