import * as z from 'zod';
import { percentage } from '../review/score.ts';

/** The visit as the office plans it. An item is one of the criteria or a condition that the application declares. */
const plan = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  team: z.array(z.string()).describe('Of the panel, its leader among them'),
  items: z.array(z.object({ code: z.string(), question: z.string().optional().describe('What to look at') })),
  at: z.iso.datetime(),
});

/** The applicant's answer to the findings: a refusal to sign is recorded and holds nothing up. */
const applicantAnswer = z.object({
  decision: z.enum(['signed', 'refused']),
  statement: z.string().optional().describe("The applicant's own, or why there is no signature"),
  noted: z.literal(true).optional().describe("By the leader or the office: the applicant's own answer takes its place"),
  by: z.string(),
  at: z.iso.datetime(),
});

/** A file as it lies in the records bucket, locked until the retention period ends (A29). */
const keptEvidence = z.object({
  documentId: z.string(),
  sha256: z.string(),
  recordsKey: z.string(),
  versionId: z.string().optional(),
});

/** The leader's report: every item of the criteria, by its percentage; the items make the score. */
const report = z.object({
  items: z.array(z.object({ code: z.string(), percentage, comment: z.string().optional() })),
  scoreMilli: z.int().describe('Thousandths of a point of 1000'),
  conclusion: z.string(),
  evidence: z.array(keptEvidence),
  by: z.string(),
  at: z.iso.datetime(),
});

/** The on-site review (A19): plan, findings, signatures and report are mandatory. */
export const onSite = z.object({
  plan: plan.optional(),
  signatures: z.array(z.object({ personId: z.string(), at: z.iso.datetime() })).optional(),
  applicantAnswer: applicantAnswer.optional(),
  report: report.optional(),
});
export type OnSite = z.infer<typeof onSite>;
export type KeptEvidence = z.infer<typeof keptEvidence>;
