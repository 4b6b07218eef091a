import * as z from 'zod';
import { defenceRules } from './defence.ts';
import { scoreLine } from './shapes.ts';

/** Settings of the review by assessors (A9, A17–A20). */
export const reviewRules = {
  ...defenceRules,
  weights: z
    .object({ onSite: z.int().min(0).max(100), defence: z.int().min(0).max(100) })
    .refine((w) => w.onSite + w.defence === 100, '现场与答辩权重合计 100 / on-site and defence make 100')
    .default({ onSite: 70, defence: 30 })
    .describe('D6: composite score, in percent'),
  passingLineMilli: scoreLine
    .optional()
    .describe('D6: composite score, in thousandths of a point, below which nobody is recommended; none when absent'),
  shortlist: z
    .discriminatedUnion('mode', [
      z.object({ mode: z.literal('gate'), lineMilli: scoreLine }),
      z.object({
        mode: z.literal('rank'),
        organisations: z.int().min(0).max(500),
        individuals: z.int().min(0).max(500),
      }),
    ])
    .default({ mode: 'gate', lineMilli: 0 })
    .describe(
      'D23: who is proposed for defence and on-site review: from a score on, or the first so many of each kind',
    ),
  consensusSpread: z
    .int()
    .min(5)
    .max(100)
    .default(20)
    .describe('D25: percentage points between assessors above which consensus is demanded'),
  panelSize: z.int().min(3).max(7).default(5).describe('D26: assessors of a panel'),
  panelMinimum: z.int().min(3).max(7).default(3).describe('D26: a panel with fewer assessors closes nothing'),
  visitAnswerWorkingDays: z
    .int()
    .min(1)
    .max(20)
    .default(3)
    .describe('A19: working days in which the applicant signs the findings, before a refusal can be noted for it'),
  conflictYears: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('D26: years for which a past tie makes an assessor partial'),
  assessorLoad: z.int().min(1).max(200).default(12).describe('D26: applications of one assessor at most'),
};
