import * as z from 'zod';
import { days } from './shapes.ts';

/** A day that every year has: 29 February would leave three years of four without a due date. */
const monthDay = z
  .string()
  .regex(/^(02-(0[1-9]|1\d|2[0-8])|(0[469]|11)-(0[1-9]|[12]\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01]))$/);

/** Settings of the years after the award: reports, inspection, bonus, revocation, ban, retention (A6, A25–A29). */
export const afterwardsRules = {
  banYears: z.int().min(5).max(10).default(5).describe('D12: years without application after a revocation (A27)'),
  retentionYears: z
    .int()
    .min(10)
    .max(100)
    .default(10)
    .describe('D13: files are kept, from 1 January after closing (A29)'),
  annualReports: z
    .object({
      count: z.int().min(1).max(10).describe('Reports of each winner, one a year'),
      dueMonthDay: monthDay.describe('The last day for the report on the year before'),
      remindDaysBefore: z.array(days(1, 180)).max(10),
      remindEveryDaysAfter: days(1, 90),
    })
    .default({ count: 5, dueMonthDay: '03-31', remindDaysBefore: [30, 14, 7, 1], remindEveryDaysAfter: 7 })
    .describe('D14: yearly self-evaluation reports (A26)'),
  individualInspection: z.boolean().default(false).describe('D15: whether individuals are inspected yearly, too (A28)'),
  bonusYuan: z
    .int()
    .min(0)
    .max(10_000_000)
    .default(0)
    .describe('D16: yuan for each individual who wins the Quality Award; organisations get none (A6)'),
  hearingWorkingDays: days(5, 60).default(5).describe('D22: days to be heard before a revocation'),
  recoveryWorkingDays: days(1, 60)
    .default(20)
    .describe('A27: working days to recover, announce and push after a revocation'),
  nominationMark: z
    .enum(['labelled', 'none'])
    .default('labelled')
    .describe('D24: the mark of the Nomination Award (A25)'),
};
