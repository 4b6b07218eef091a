import * as z from 'zod';
import { bothKinds, days } from './shapes.ts';

const quota = bothKinds(z.int().min(0).max(50)).extend({
  together: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('When set, organisations and individuals share so many, and the numbers of each kind do not apply'),
});

/** The length of a public notice. Fewer than seven calendar days could be fewer than five working days. */
const noticeDays = z
  .object({ count: z.int().min(5).max(60), unit: z.enum(['workingDays', 'calendarDays']) })
  .refine(
    (d) => d.unit === 'workingDays' || d.count >= 7,
    '按自然日计算的公示期不少于 7 日 / at least 7 calendar days',
  );

/** Settings of the intake: quotas, dates, conditions, correction, consultation, first notice (A5, A12–A16). */
export const intakeRules = {
  quotas: z
    .object({ qualityAward: quota, nominationAward: quota })
    .default({
      qualityAward: { organisation: 5, individual: 5 },
      nominationAward: { organisation: 5, individual: 5 },
    })
    .describe('D1: winners at most, per award: of each kind, or both kinds together (A5)'),
  noticeDays: noticeDays
    .default({ count: 5, unit: 'workingDays' })
    .describe('D2: length of a public notice (A16, A21)'),
  objectionWorkingDays: days(1, 60).default(5).describe('D3: days to verify an objection'),
  lookBackAnchor: z
    .enum(['closing', 'opening'])
    .default('closing')
    .describe('D7: the day from which one looks back: applications close, or open'),
  lookBackYears: z.int().min(1).max(10).default(3).describe('D7: how far exclusions look back (A13)'),
  fiscalYears: z.int().min(1).max(5).default(3).describe('D8: closed fiscal years without a loss (A12)'),
  registrationYears: z.int().min(0).max(20).default(3).describe('D9: organisations, years since registration (A12)'),
  workYears: z.int().min(0).max(40).default(5).describe('D9: individuals, years of quality work (A14)'),
  dishonestyYears: z
    .int()
    .min(0)
    .max(10)
    .default(3)
    .describe('D10: years for which a serious dishonesty listing counts'),
  exclusionsForIndividuals: z
    .array(z.int().min(1).max(7))
    .refine((paragraphs) => new Set(paragraphs).size === paragraphs.length, '每项只写一次 / every paragraph once')
    .default([3, 5, 6])
    .describe('D11: paragraphs of A13 that apply to a person'),
  recommendationWorkingDays: days(0, 60).default(10).describe('D17: after closing, for recommending bodies (A10)'),
  correctionWorkingDays: days(1, 60).default(5).describe('D18: days for the one correction'),
  consultationWorkingDays: days(1, 60).default(10).describe('D19: days for a department to answer'),
  pastWinnersMayApply: z.boolean().default(true).describe('D21: winners may apply again from the next cycle on'),
};
