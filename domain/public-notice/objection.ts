import * as z from 'zod';
import { article } from '../article.ts';
import { recordHead } from '../record.ts';

const sentence = z.string().trim().min(1).max(2000);

/** What anyone may write against a published applicant. Without a name and a way to answer it is a lead (线索). */
export const objectionText = z.object({
  applicationId: z.string(),
  name: z.string().trim().max(100).optional().describe('The real name; without it the text is kept as a lead'),
  email: z.email().max(200).optional(),
  phone: z.string().trim().max(30).optional(),
  text: z.string().trim().min(10).max(5000).describe('The facts'),
});

/** How the office decides: the answer goes to the objector, the reason of an upheld one to the applicant. */
export const objectionDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('dismissed'), findings: sentence, answer: sentence }),
  z.object({
    decision: z.literal('upheld'),
    findings: sentence,
    answer: sentence,
    article: article.describe('The article that is not met'),
    reason: sentence.describe('What the applicant is told; it does not let the objector be known'),
  }),
]);
export type ObjectionDecision = z.infer<typeof objectionDecision>;

/**
 * An objection to a public notice (D3), kept apart from the application: who objects is known to the office and the
 * auditors, never to the applicant or an assessor.
 */
export const objection = z.object({
  ...recordHead,
  objectionId: z.string(),
  cycleId: z.string(),
  noticeId: z.string(),
  noticeTitle: z.string(),
  ...objectionText.shape,
  receivedAt: z.iso.datetime(),
  status: z.enum(['open', 'dismissed', 'upheld', 'lead']),
  leadBecause: z.enum(['anonymous', 'late', 'stageOver']).optional(),
  dueOn: z.iso.date().optional().describe('By when it is verified'),
  decision: z.object({ findings: z.string(), answer: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
});
export type Objection = z.infer<typeof objection>;
