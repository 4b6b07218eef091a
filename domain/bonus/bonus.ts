import * as z from 'zod';
import { recordHead } from '../record.ts';
import { fen } from './ledger.ts';

const act = z.object({ by: z.string(), at: z.iso.datetime() });

/** What a bonus is for, as the regulation lists it (A6). */
export const purposes = ['promotion', 'research', 'improvement', 'training'] as const;

/** What an individual winner is paid, and what it is for (A6, D16). Amounts in fen. */
export const bonus = z.object({
  ...recordHead,
  certificateNumber: z.string(),
  applicationId: z.string().describe('What won; a conflict with it closes the bonus too'),
  winnerName: z.string(),
  year: z.int().describe('The budget year that pays it'),
  amount: fen.describe('Before tax, as the cycle sets it'),
  tax: fen.describe('Withheld'),
  taxBasis: z.string().describe('By which rule it is taxed, or exempt'),
  purpose: z.enum(purposes),
  purposeText: z.string(),
  status: z.enum(['proposed', 'approved', 'rejected', 'paid', 'stopped', 'clawback', 'recovered']),
  proposed: act,
  decided: act.extend({ reason: z.string().optional() }).optional(),
  payment: act.extend({ reference: z.string(), on: z.iso.date(), amount: fen.describe('After tax') }).optional(),
  clawback: z
    .object({
      revocationId: z.string(),
      due: fen.describe('The whole of what was granted, tax included'),
      received: z.array(act.extend({ amount: fen.min(1), reference: z.string(), on: z.iso.date() })),
    })
    .optional(),
});
export type Bonus = z.infer<typeof bonus>;

/** What of a clawback has come back. */
export const receivedOf = ({ clawback }: Bonus): number =>
  (clawback?.received ?? []).reduce((sum, r) => sum + r.amount, 0);
