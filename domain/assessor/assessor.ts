import * as z from 'zod';
import { isCreditCode, normalised } from '../application/identifiers.ts';
import type { CivilDate } from '../record.ts';
import { recordHead } from '../record.ts';

const line = (max = 100) => z.string().trim().min(1).max(max);

/** Where an assessor works or worked: what a conflict of interest is looked for in. */
export const employment = z.object({
  name: line(),
  creditCode: z
    .string()
    .transform(normalised)
    .refine(isCreditCode, '统一社会信用代码无效 / not a valid unified social credit code')
    .optional(),
  until: z.iso.date().optional().describe('The last day; absent while it lasts'),
});

/** A term for which the office appointed an assessor, both days included. */
export const appointment = z.object({ from: z.iso.date(), to: z.iso.date(), letter: line() });
export type Appointment = z.infer<typeof appointment>;

export const training = z.object({ on: z.iso.date(), title: line(200), result: line(200) });
export const grades = ['excellent', 'competent', 'basic', 'incompetent'] as const;
const appraisal = z.object({
  cycleId: z.string(),
  grade: z.enum(grades),
  remark: line(1000),
  by: z.string(),
  at: z.iso.datetime(),
});

/** One assessor of a programme's pool (A9(3)): appointment, fields, training, appraisal, exit. Kept by the office. */
export const assessor = z.object({
  ...recordHead,
  assessorId: z.string(),
  personId: z.string().optional().describe('The registered person; without one nobody can be assigned'),
  name: line(),
  employments: z.array(employment).min(1).max(20),
  industries: z.array(line(50)).max(20).describe('Fields of expertise: industries'),
  categories: z.array(line(20)).max(30).describe('Fields of expertise: categories of the criteria, `4.1`'),
  appointments: z.array(appointment).max(20),
  trainings: z.array(training).max(100),
  appraisals: z.array(appraisal).max(50),
  exit: z.object({ on: z.iso.date(), reason: line(500), by: z.string(), at: z.iso.datetime() }).optional(),
});
export type Assessor = z.infer<typeof assessor>;

/** The number the office gives an assessor. */
export const assessorNumber = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,40}$/, '编号为字母、数字、连字符 / letters, digits, hyphens');

/** What the office writes down of an assessor, whole. */
export const assessorEntry = assessor.pick({
  personId: true,
  name: true,
  employments: true,
  industries: true,
  categories: true,
});
export type AssessorEntry = z.infer<typeof assessorEntry>;

/** Whether a term covers the day and the assessor has not left the pool. */
export const isAppointed = ({ appointments, exit }: Assessor, day: CivilDate): boolean =>
  (!exit || day < exit.on) && appointments.some((a) => a.from <= day && day <= a.to);
