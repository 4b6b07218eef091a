import * as z from 'zod';
import { filedPaper } from '../paper/filed-paper.ts';
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

/** How the report reached its applicant: their inbox here, or by hand or post when that is not to be had (A17). */
export const deliveryChannels = ['inbox', 'inPerson', 'post'] as const;
const delivery = z.object({
  at: z.iso.datetime(),
  channel: z.enum(deliveryChannels),
  by: z.string(),
  note: z.string().optional().describe('Whom it was handed to, or the number of the letter'),
  openedAt: z.iso.datetime().optional().describe('When the applicant first opened it'),
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
  delivery: delivery.optional().describe('To an applicant who is out (A17)'),
  paper: filedPaper.optional().describe('What an applicant who is out is given of it, as it was printed'),
});
