import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

/** An amount of money in fen (1/100 yuan): exact whole numbers, never a fraction. */
export const fen = z.int().min(0).max(100_000_000_000);

/** The bonus budget of a year and what became of it (A6). All amounts in fen. */
export const ledger = z.object({
  ...recordHead,
  year: z.int(),
  budget: fen.describe('What the year’s budget grants for bonuses'),
  documentNumber: z.string().optional().describe('Of the budget; absent until one is entered'),
  committed: fen.describe('Approved and not stopped, paid or not'),
  paid: fen,
  recovered: fen.describe('Clawed back after revocations'),
});
export type Ledger = z.infer<typeof ledger>;

/** The ledger of a year for which nothing was entered: no budget, so no bonus. */
export const emptyLedger = (programmeId: string, year: number): Ledger => ({
  ...newHead(programmeId),
  ...{ year, budget: 0, committed: 0, paid: 0, recovered: 0 },
});

/** The office enters the year's budget with its document. Throws `Refused` bonus.budget-below-committed. */
export function setBudget(
  of: Ledger,
  { budget, documentNumber }: { budget: number; documentNumber: string },
  circumstances: Circumstances,
): Outcome<Ledger> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(budget >= of.committed, 'bonus.budget-below-committed', { committedFen: of.committed });
  return decided(
    circumstances,
    { ...of, budget, documentNumber },
    { type: 'budgetEntered', detail: { year: of.year, budget, documentNumber, before: of.budget } },
  );
}

/** What a step of a bonus changes in its year's ledger. */
export type Posting = Partial<Record<'committed' | 'paid' | 'recovered', number>>;

/** The ledger with a posting. Throws `Refused` bonus.over-budget when more is committed than was granted. */
export function post(of: Ledger, posting: Posting, why: string, circumstances: Circumstances): Outcome<Ledger> {
  const next = {
    ...of,
    committed: of.committed + (posting.committed ?? 0),
    paid: of.paid + (posting.paid ?? 0),
    recovered: of.recovered + (posting.recovered ?? 0),
  };
  const { budget, committed } = next;
  refuseUnless((posting.committed ?? 0) <= 0 || committed <= budget, 'bonus.over-budget', {
    budgetFen: budget,
    committedFen: of.committed,
  });
  return decided(circumstances, next, { type: 'ledgerPosted', detail: { ...posting, why } });
}
