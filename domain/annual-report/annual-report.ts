import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { recordHead } from '../record.ts';
import { keptFile } from '../revocation/revocation.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** A winner's self-evaluation of the year before (A26). */
export const reportContent = z.object({
  summary: text(30_000).describe('年度质量工作总结 / The year in summary'),
  goals: text(10_000).describe('新的质量目标 / New goals for quality (A26)'),
  management: text(10_000).optional().describe('质量管理体系运行情况 / How quality is managed'),
  indicators: z
    .array(
      z.object({ name: text(100), unit: z.string().trim().max(20), yearBefore: z.number(), year: z.number() }).strict(),
    )
    .max(30)
    .default([])
    .describe('主要指标及与上年比较 / Main figures, beside those of the year before'),
  improvements: text(10_000).optional().describe('改进与创新 / Improvements and innovations'),
  promotion: text(10_000).optional().describe('经验推广情况 / How the experience was shared'),
  markUse: text(2_000).optional().describe('标识使用情况 / Where the award mark was used'),
  majorEvents: text(10_000).optional().describe('重大质量、安全、环保事件 / Grave events, none when absent'),
  files: z.array(z.string().max(300)).max(20).default([]).describe('附件 / Files, declared before'),
  publicPart: z
    .string()
    .trim()
    .min(1)
    .max(5_000)
    .optional()
    .describe('同意公开的内容;不填即不公开 / What the winner agrees to publish; nothing when absent'),
});
export type ReportContent = z.infer<typeof reportContent>;

/** A report as it was handed in; one that was returned stays beside the next. */
export const annualReport = z.object({
  ...recordHead,
  reportId: z.string().describe('`<dutyId>~<round>`'),
  dutyId: z.string(),
  certificateNumber: z.string(),
  applicationId: z.string(),
  winnerName: z.string(),
  year: z.int().describe('In which it was due; it is about the year before'),
  round: z.int().positive(),
  content: reportContent,
  files: z.array(keptFile),
  handedInAt: z.iso.datetime(),
  handedInBy: z.string(),
  late: z.boolean(),
  status: z.enum(['handedIn', 'returned', 'acknowledged']),
  decided: z
    .object({ at: z.iso.datetime(), by: z.string(), reason: z.string().optional(), dueOn: z.iso.date().optional() })
    .optional(),
  consent: z.boolean().describe('The winner agrees that its public part is published'),
});
export type AnnualReport = z.infer<typeof annualReport>;

/** What the winner, the office and auditors see. */
export const annualReportView = annualReport
  .omit({ version: true, chain: true, applicationId: true, handedInBy: true })
  .extend({
    files: z.array(keptFile.pick({ documentId: true, sha256: true })),
    decided: z
      .object({ at: z.iso.datetime(), reason: z.string().optional(), dueOn: z.iso.date().optional() })
      .optional(),
  });

/** What everybody sees of a report. */
export const publicReport = z.object({ year: z.int(), text: z.string() });

/** What of these reports everybody may read now: acknowledged, agreed to by the winner, and the award stands (A27). */
export const publicReports = (
  reports: readonly AnnualReport[],
  winner: Pick<Winner, 'status'>,
): z.infer<typeof publicReport>[] =>
  reports.flatMap(({ status, consent, content, year }) =>
    winner.status === 'standing' && status === 'acknowledged' && consent && content.publicPart
      ? [{ year, text: content.publicPart }]
      : [],
  );
