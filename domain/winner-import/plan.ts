import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { canonical } from '../audit/event.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Cells } from './columns.ts';
import { columns } from './columns.ts';
import type { EarlierWinner, Problem } from './read-row.ts';
import { readRow } from './read-row.ts';

/** What an import would do, or did, row by row. */
export const importedRow = z.object({
  row: z.int().describe('As a spreadsheet counts: the heads are row 1'),
  certificateNumber: z.string(),
  outcome: z.enum(['new', 'same', 'linked', 'refused']).describe('linked: on the roll already, its account is new'),
  problems: z.array(z.object({ zh: z.string(), en: z.string(), column: z.string().optional() })),
});
export type ImportedRow = z.infer<typeof importedRow>;

/** Where the rows come from and by which rules the awards were given (A30). */
export interface Source {
  readonly importId: string;
  readonly programmeId: string;
  readonly legalBasis: string;
  readonly fileName: string;
  readonly fileSha256: string;
}

/** The roll as far as the file concerns it. */
export interface Roll {
  /** The winner of a certificate's number, whatever its programme: numbers are given once. */
  readonly byNumber: ReadonlyMap<string, Winner>;
  /** The certificate of who won in a year, by `yearAndIdentifier`. */
  readonly byYear: ReadonlyMap<string, string>;
  /** Those of the accounts in the file that are somebody's. */
  readonly accounts: ReadonlySet<string>;
}

export const yearAndIdentifier = ({ awardYear, identifier }: Pick<Winner, 'awardYear' | 'identifier'>): string =>
  `${awardYear}#${identifier}`;

const isSame = (row: EarlierWinner, winner: Winner, { programmeId, legalBasis }: Source): boolean =>
  winner.programmeId === programmeId &&
  winner.imported?.legalBasis === legalBasis &&
  (Object.keys(row) as (keyof EarlierWinner)[]).every(
    (key) => canonical({ v: row[key] }) === canonical({ v: winner[key] }),
  );

function enter(row: EarlierWinner, account: string, line: number, source: Source, circumstances: Circumstances) {
  const { importId, programmeId, ...basis } = source;
  const { legalBasis } = basis;
  return decided<Winner>(
    circumstances,
    {
      ...newHead(programmeId),
      ...row,
      // Nobody applied here: there is no application, and an account acts for the winner only if the office names it.
      ...{ applicationId: '', cycleId: '', ownerId: account },
      status: 'standing',
      imported: { importId, legalBasis, at: circumstances.now },
    },
    {
      type: 'winnerImported',
      detail: { certificateNumber: row.certificateNumber, importId, row: line, ...basis },
    },
  );
}

/**
 * An account that acts for an earlier winner from now on: hands in its reports, downloads its mark (A25, A26). The office
 * has seen to it that it is theirs, as it has with everything else in the file.
 */
const link = (of: Winner, account: string, { importId }: Source, circumstances: Circumstances): Outcome<Winner> =>
  decided(
    circumstances,
    { ...of, ownerId: account },
    { type: 'winnerLinked', detail: { importId, account, before: of.ownerId } },
  );

/**
 * What an import of earlier winners would do (A30). A row that is on the roll as it stands in the file is the same, so
 * that the same file again changes nothing; one that is there otherwise, or a winner of that year under another number,
 * is refused. An account is the one thing that a later file may add or change. Nothing is imported while one row is refused.
 */
export function planImport(
  rows: readonly { readonly row: number; readonly cells: Cells }[],
  roll: Roll,
  source: Source,
  circumstances: Circumstances,
): { rows: ImportedRow[]; outcomes: Outcome<Winner>[] } {
  requireRole(circumstances.actor, 'office', source.programmeId);
  const numbers = new Set<string>();
  const won = new Map(roll.byYear);
  const outcomes: Outcome<Winner>[] = [];
  const lines = rows.map(({ row, cells }): ImportedRow => {
    const read = readRow(cells, dateAt(circumstances.now));
    const problems: Problem[] = 'problems' in read ? [...read.problems] : [];
    const { certificateNumber, account } = cells;
    if (account && !roll.accounts.has(account))
      problems.push({ zh: '没有该账号', en: 'There is no such account', column: columns.account });
    if (numbers.has(certificateNumber))
      problems.push({ zh: '证书编号在文件中重复', en: 'The number is in the file twice' });
    numbers.add(certificateNumber);
    const there = roll.byNumber.get(certificateNumber);
    const isLinked = !!there && account !== '' && there.ownerId !== account;
    if (!('problems' in read)) {
      if (there && !isSame(read, there, source))
        problems.push({ zh: '该证书编号已在获奖名录中,内容不同', en: 'The number is on the roll with other content' });
      const key = yearAndIdentifier(read);
      const other = won.get(key);
      if (other !== undefined && other !== certificateNumber)
        problems.push({ zh: `该获奖者当年已有证书 ${other}`, en: `The winner has certificate ${other} of that year` });
      won.set(key, other ?? certificateNumber);
      if (problems.length === 0 && !there) outcomes.push(enter(read, account, row, source, circumstances));
      if (problems.length === 0 && isLinked) outcomes.push(link(there, account, source, circumstances));
    }
    const outcome = problems.length > 0 ? 'refused' : !there ? 'new' : isLinked ? 'linked' : 'same';
    return { row, certificateNumber, outcome, problems };
  });
  return { rows: lines, outcomes };
}

/** Throws `Refused` winner-import.changed unless the plan is the one that was shown, winner-import.has-errors. */
export function refuseUnlessImportable(rows: readonly ImportedRow[], isAsShown: boolean): void {
  refuseUnless(isAsShown, 'winner-import.changed');
  const wrong = rows.filter((r) => r.outcome === 'refused').map((r) => r.row);
  refuseUnless(wrong.length === 0, 'winner-import.has-errors', { rows: wrong });
}
