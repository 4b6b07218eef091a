import * as z from 'zod';

const fraction = z.tuple([z.int().positive(), z.int().positive()]).refine(([n, d]) => n <= d, 'at most the whole');
const quota = z.object({ organisation: z.int().min(0).max(50), individual: z.int().min(0).max(50) });

/**
 * The settings of a cycle where the regulation is silent (D1…): each with its default, pinned at announcement.
 * Working days are counted by the programme's calendars.
 */
export const rules = z.object({
  quotas: z
    .object({ qualityAward: quota, nominationAward: quota })
    .default({
      qualityAward: { organisation: 5, individual: 5 },
      nominationAward: { organisation: 5, individual: 5 },
    })
    .describe('D1: winners at most, per award and kind (A5)'),
  noticeWorkingDays: z.int().min(5).max(30).default(5).describe('D2: length of a public notice (A16, A21)'),
  objectionWorkingDays: z.int().min(1).max(60).default(5).describe('D3: days to verify an objection'),
  correctionWorkingDays: z.int().min(1).max(60).default(5).describe('D18: days for the one correction'),
  consultationWorkingDays: z.int().min(1).max(60).default(10).describe('D19: days for a department to answer'),
  hearingWorkingDays: z.int().min(5).max(60).default(5).describe('D22: days to be heard before a revocation'),
  quorum: fraction.default([2, 3]).describe('D4: of all members'),
  majority: z
    .object({ qualityAward: fraction, nominationAward: fraction })
    .default({ qualityAward: [2, 3], nominationAward: [1, 2] })
    .describe('D4: of the members present and not recused'),
  weights: z
    .object({ onSite: z.int().min(0).max(100), defence: z.int().min(0).max(100) })
    .refine((w) => w.onSite + w.defence === 100, 'on-site and defence make 100')
    .default({ onSite: 70, defence: 30 })
    .describe('D6: composite score'),
  registrationYears: z.int().min(0).max(20).default(3).describe('D9: organisations, years since registration (A12)'),
  workYears: z.int().min(0).max(40).default(5).describe('D9: individuals, years of quality work (A14)'),
  retentionYears: z
    .int()
    .min(10)
    .max(100)
    .default(10)
    .describe('D13: files are kept, from 1 January after closing (A29)'),
  panelSize: z.int().min(1).max(7).default(5).describe('D26: assessors of a panel'),
  consensusSpread: z
    .int()
    .min(5)
    .max(100)
    .default(20)
    .describe('D25: percentage points between assessors that demand consensus'),
});
export type Rules = z.infer<typeof rules>;
