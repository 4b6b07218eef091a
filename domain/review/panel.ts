import * as z from 'zod';
import { percentage } from './score.ts';

/** The assessors of an application and their leader (D26). */
export const panel = z.object({ leaderId: z.string(), assessorIds: z.array(z.string()), formedAt: z.iso.datetime() });

/** What makes an assessor partial, now or within three years (D26). */
export const conflictGrounds = [
  'employment',
  'customerOrSupplier',
  'consulting',
  'financialInterest',
  'kin',
  'other',
] as const;

/** A declared conflict: the assessor can never be on this application's panel. */
export const conflict = z.object({
  assessorId: z.string(),
  ground: z.enum(conflictGrounds),
  statement: z.string(),
  at: z.iso.datetime(),
  leftPanel: z.boolean().describe('Was on the panel until then: the office names a substitute'),
});

/** A panel's finding on one item. */
const reportItem = z.object({
  code: z.string(),
  percentage,
  strengths: z.string(),
  improvements: z.string(),
  consensus: z.boolean().describe('Entered by consensus: demanded where assessors were far apart (D25)'),
});

/** The panel's report on the materials (A17); what the applicant is given carries no assessor's name. */
export const materialReview = z.object({
  /** Thousandths of a point, so that percentages of item points stay whole numbers. */
  scoreMilli: z.int(),
  items: z.array(reportItem),
  themes: z.string(),
  recommendation: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  deliveredAt: z.iso.datetime().optional().describe('When the report was delivered to an applicant who is out (A17)'),
});
