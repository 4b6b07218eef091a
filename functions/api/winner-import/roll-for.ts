import type { Winner } from '#domain/approval/winner';
import type { Cells } from '#domain/winner-import/columns';
import type { Roll } from '#domain/winner-import/plan';
import { yearAndIdentifier } from '#domain/winner-import/plan';
import type { Deps } from '#functions/runtime/deps';

const atOnce = 20;

/** Does something for each, some at a time. */
export async function forEach<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += atOnce) await Promise.all(all.slice(i, i + atOnce).map(act));
}

/** The roll of winners as far as the rows concern it. */
export async function rollFor(rows: readonly { cells: Cells }[], programmeId: string, deps: Deps): Promise<Roll> {
  const byNumber = new Map<string, Winner>();
  const byYear = new Map<string, string>();
  await forEach([...new Set(rows.map((r) => r.cells.certificateNumber))].filter(Boolean), async (number) => {
    const winner = await deps.winners.find(number);
    if (winner) byNumber.set(number, winner);
  });
  const years = new Set(rows.map((r) => Number(r.cells.awardYear)).filter(Number.isInteger));
  for (const year of years)
    for await (const winner of deps.winners.ofYear(programmeId, year))
      byYear.set(yearAndIdentifier(winner), winner.certificateNumber);
  const accounts = new Set<string>();
  await forEach([...new Set(rows.map((r) => r.cells.account))].filter(Boolean), async (personId) => {
    if (await deps.people.find(personId)) accounts.add(personId);
  });
  return { byNumber, byYear, accounts };
}
