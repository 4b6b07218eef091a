import * as z from 'zod';
import { normalised } from '../application/identifiers.ts';
import { article } from '../article.ts';
import { recordHead } from '../record.ts';

const sentence = z.string().trim().min(1).max(2000);

/** What anyone may write against a published applicant. Without a name and a way to answer it is a lead (线索). */
export const objectionText = z.object({
  applicationId: z.string(),
  name: z.string().trim().max(100).optional().describe('The real name; without it the text is kept as a lead'),
  idNumber: z.string().max(40).transform(normalised).optional().describe('Kept confidential'),
  email: z.email().max(200).optional(),
  phone: z.string().trim().max(30).optional(),
  text: z.string().trim().min(10).max(5000).describe('The facts, and where their proof is to be found'),
});
export type ObjectionText = z.infer<typeof objectionText>;

const upheld = z.object({
  findings: sentence,
  answer: sentence,
  article: article.describe('The article that is not met'),
  reason: sentence.describe('What the applicant is told; it does not let the objector be known'),
});

/**
 * How the office decides: the answer goes to the objector, the reason of an upheld one to the applicant. Who verified it
 * dismisses it, or proposes to uphold it, which another officer confirms or returns.
 */
export const objectionDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('dismissed'), findings: sentence, answer: sentence }),
  upheld.extend({ decision: z.literal('upheld').describe('Ends nothing before another officer has confirmed it') }),
  z.object({ decision: z.literal('confirmed') }),
  z.object({ decision: z.literal('returned'), reason: sentence }),
]);
export type ObjectionDecision = z.infer<typeof objectionDecision>;

/** A piece of evidence as it lies in the locked records, once the case is decided (A29). */
const keptEvidence = z.object({
  documentId: z.string(),
  sha256: z.string(),
  recordsKey: z.string(),
  versionId: z.string().optional(),
});
export type KeptEvidence = z.infer<typeof keptEvidence>;

const said = { by: z.string(), at: z.iso.datetime() };

/**
 * An objection to a public notice (D3), a case of its own apart from the application: who objects is known to its
 * investigator and the auditors, and to nobody else.
 */
export const objection = z.object({
  ...recordHead,
  objectionId: z.string(),
  cycleId: z.string(),
  noticeId: z.string(),
  noticeTitle: z.string(),
  ...objectionText.shape,
  idNumber: z.string().optional(),
  codeHash: z.string().describe('SHA-256 of the code by which the objector follows the case; the code is kept nowhere'),
  receivedAt: z.iso.datetime(),
  status: z.enum(['open', 'dismissed', 'upheld', 'lead', 'noted', 'pursued']),
  leadBecause: z.enum(['anonymous', 'late', 'stageOver', 'noEvidence']).optional(),
  dueOn: z.iso.date().optional().describe('By when it is verified'),
  duty: z
    .object({ party: z.literal('office'), dueOn: z.iso.date(), reminded: z.array(z.string()) })
    .optional()
    .describe('While it is to be verified'),
  escalatedAt: z.iso.datetime().optional().describe('When the supervisors were told that it is overdue'),
  investigator: z.object({ personId: z.string(), name: z.string(), ...said }).optional(),
  disclosed: z
    .object({ substance: z.string(), ...said })
    .optional()
    .describe('What the applicant was told of the facts, never of the person'),
  response: z.object({ text: z.string(), at: z.iso.datetime() }).optional().describe("The applicant's"),
  upholding: upheld
    .extend(said)
    .optional()
    .describe('That it is to be upheld: proposed by who verified it, until another officer has decided'),
  decision: z
    .object({ findings: z.string(), answer: z.string(), ...said })
    .extend({ confirmedBy: z.string().optional().describe('Of an upheld one: the second officer') })
    .optional(),
  leadReview: z.object({ note: z.string(), ...said }).optional(),
  kept: z.array(keptEvidence).optional().describe('The evidence, in the records'),
});
export type Objection = z.infer<typeof objection>;
