import * as z from 'zod';
import { datedFact } from '../eligibility/dated-fact.ts';

/** A fact that became known late and excludes the applicant (A13, A14(5)); who said it, and on what paper. */
export const lateFact = datedFact.extend({
  item: z.string().describe('The exclusion: `A13(3)`'),
  statement: z.string(),
  source: z.string().describe('The department or register it comes from'),
  documentNumber: z.string().optional(),
  documentId: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
});

const proposal = z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() });

/**
 * A case is suspended by a late fact until two officers have resolved it (D7): lifted, or the application refused by
 * the exclusion's article.
 */
export const suspension = z.object({
  facts: z.array(lateFact).min(1),
  liftProposal: proposal.optional(),
  lifted: proposal.extend({ proposedBy: z.string() }).optional(),
});
export type Suspension = z.infer<typeof suspension>;

/** One officer proposes to refuse; another decides (A16). While it stands nothing carries the application on. */
export const refusalProposal = proposal.extend({
  article: z.string(),
  falseIdentity: z.literal(true).optional().describe('Who applied is not the applicant they said they were'),
});
