import * as z from 'zod';

/** The assessors of an application and their leader (D26). */
export const panel = z.object({ leaderId: z.string(), assessorIds: z.array(z.string()), formedAt: z.iso.datetime() });

/** The panel's report on the materials (A17); what the applicant is given carries no assessor's name. */
export const materialReview = z.object({
  /** Thousandths of a point, so that percentages of item points stay whole numbers. */
  scoreMilli: z.int(),
  items: z.array(
    z.object({
      code: z.string(),
      percentage: z.int(),
      strengths: z.string(),
      improvements: z.string(),
      consensus: z.boolean().describe('Entered by consensus because assessors were far apart (D25)'),
    }),
  ),
  themes: z.string(),
  recommendation: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  deliveredAt: z.iso.datetime().optional().describe('When the report was delivered to an applicant who is out (A17)'),
});
