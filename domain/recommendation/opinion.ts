import * as z from 'zod';

/** A recommending body's signed opinion on an applicant of its own jurisdiction (A10). */
export const recommendation = z.object({
  jurisdiction: z.string(),
  opinion: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  documentId: z.string().optional().describe('The signed paper'),
});
