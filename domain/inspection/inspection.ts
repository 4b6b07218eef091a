import * as z from 'zod';
import { recordHead } from '../record.ts';
import { disposalMark } from '../retention/disposal-mark.ts';
import { grounds } from '../revocation/grounds.ts';
import { keptFile } from '../revocation/revocation.ts';

/** What a yearly inspection looks at (A28): 经营管理、绩效、稳定性、发展趋势. */
export const areas = ['management', 'performance', 'stability', 'trend'] as const;
export type Area = (typeof areas)[number];

const text = z.string().trim().min(1).max(4000);
const files = z.array(z.string().max(300)).max(10);

/** What the office plans: the day, who goes, what is looked at. */
export const inspectionPlan = z.object({
  on: z.iso.date(),
  team: z.array(z.string()).min(1).max(10),
  items: z
    .array(z.object({ area: z.enum(areas), question: z.string().trim().min(1).max(500) }))
    .min(1)
    .max(40),
});

/** What a member of the team found in one area. */
export const worksheet = z.object({
  verdict: z.enum(['good', 'weak', 'declined']),
  finding: text,
  evidence: files.default([]),
});

/** What has to be put right, until when, and until when the office looks again. */
export const rectificationOrder = z.object({ demands: text, dueOn: z.iso.date(), reInspectBy: z.iso.date() });

const order = rectificationOrder.optional().describe('With a serious decline, and when it was not put right');
const revocable = z
  .object({ ground: z.enum(grounds), facts: z.string().trim().min(1).max(20_000) })
  .optional()
  .describe('With a revocable fact: what the case is opened on (A27)');

/** How an inspection ends. */
export const inspectionOutcome = z.object({
  result: z.enum(['satisfactory', 'seriousDecline', 'revocableFact']),
  summary: text,
  rectification: order,
  revocation: revocable,
});

/** How the office found what was to be put right. */
export const reInspection = z.object({
  on: z.iso.date(),
  result: z.enum(['rectified', 'notRectified', 'revocableFact']),
  finding: text,
  evidence: files.default([]),
  rectification: order,
  revocation: revocable,
});

/** What the winner says it put right, with evidence. */
export const rectificationReport = z.object({ text, evidence: files.default([]) });

const signed = { by: z.string(), at: z.iso.datetime() };

/** A round of putting right and looking again. */
export const round = rectificationOrder.extend({
  dutyId: z.string(),
  handedIn: rectificationReport.extend({ ...signed, late: z.boolean() }).optional(),
  reInspection: reInspection.pick({ on: true, result: true, finding: true, evidence: true }).extend(signed).optional(),
});

/** Where an inspection stands. */
export const inspectionStatuses = ['planned', 'rectification', 'reInspection', 'closed'] as const;

/** The yearly inspection of a winner (A28): plan, worksheets, outcome, and what follows from a serious decline. */
export const inspection = z.object({
  ...recordHead,
  inspectionId: z.string().describe('The id of the duty that it does'),
  certificateNumber: z.string(),
  applicationId: z.string(),
  ownerId: z.string(),
  winnerName: z.string(),
  year: z.int(),
  status: z.enum(inspectionStatuses),
  plan: inspectionPlan.extend(signed),
  worksheets: z.partialRecord(z.enum(areas), worksheet.extend(signed)),
  outcome: inspectionOutcome.pick({ result: true, summary: true }).extend(signed).optional(),
  rounds: z.array(round),
  revocationId: z.string().optional().describe('The case that was opened on a revocable fact (A27)'),
  kept: z.array(keptFile),
  disposed: disposalMark.optional().describe('Its files are gone, their retention over (D13)'),
});
export type Inspection = z.infer<typeof inspection>;
