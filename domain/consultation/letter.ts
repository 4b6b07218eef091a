import * as z from 'zod';
import { datedFact } from '../eligibility/dated-fact.ts';
import { recordHead } from '../record.ts';

/** What a department says of one applicant; an objection names its fact, the day and the paper (A16). */
const answer = z.object({
  verdict: z.enum(['noObjection', 'objection']),
  facts: z.string(),
  fact: datedFact.optional(),
  documentNumber: z.string().optional(),
  documentId: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** One department asked about one applicant, on a letter (A16): silence is never consent (D19). */
export const consultation = z.object({
  departmentCode: z.string(),
  letterId: z.string(),
  letterNumber: z.string(),
  question: z.string(),
  sentAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  answer: answer.optional(),
  escalation: z
    .object({
      outcome: z.string(),
      documentNumber: z.string().optional(),
      documentId: z.string().optional(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .optional()
    .describe('What was found out otherwise when the department stayed silent'),
  assessment: z
    .object({
      text: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      confirmedBy: z.string().optional().describe('The second officer, where the fact objected excludes'),
    })
    .optional()
    .describe("The office's finding that an objection does not stand in the way"),
});
export type Consultation = z.infer<typeof consultation>;

/** A numbered letter to one department about applicants of a cycle: name, code and question, nothing else (A16). */
export const consultationLetter = z.object({
  ...recordHead,
  letterId: z.string(),
  cycleId: z.string(),
  departmentCode: z.string(),
  letterNumber: z.string(),
  question: z.string(),
  sentAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  subjects: z.array(z.object({ applicationId: z.string(), code: z.string().optional(), name: z.string() })),
  open: z.array(z.string()).describe('The applicants on whom it has neither answered nor been escalated'),
  duty: z
    .object({ party: z.string(), dueOn: z.iso.date(), reminded: z.array(z.string()) })
    .optional()
    .describe("The department's, until nothing is open"),
});
export type ConsultationLetter = z.infer<typeof consultationLetter>;

/** All that a department ever sees of an applicant: whom it is asked about, what, until when, and its own answer. */
export const letter = consultation
  .pick({ departmentCode: true, letterId: true, letterNumber: true, question: true, sentAt: true, dueOn: true })
  .extend({
    applicationId: z.string(),
    name: z.string(),
    code: z.string().optional(),
    answer: answer.omit({ by: true }).optional(),
  });
export type Letter = z.infer<typeof letter>;
