import * as z from 'zod';
import { percentage } from './score.ts';

/** The assessors of an application and their leader (D26). */
export const panel = z.object({ leaderId: z.string(), assessorIds: z.array(z.string()), formedAt: z.iso.datetime() });

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
  sheets: z.array(z.string()).optional().describe('The reviews it rests on: when one is voided it is done again'),
  items: z.array(reportItem),
  themes: z.string(),
  recommendation: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  deliveredAt: z.iso.datetime().optional().describe('When the report was delivered to an applicant who is out (A17)'),
});
