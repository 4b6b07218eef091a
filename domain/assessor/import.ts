import * as z from 'zod';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { refusalText } from '../refusals.ts';
import type { Assessor } from './assessor.ts';
import type { Column } from './columns.ts';
import { columns, fromText } from './columns.ts';
import type { ImportRow } from './import-row.ts';
import { importRow } from './import-row.ts';
import { appoint, keepAssessor } from './keep.ts';

const sentence = z.object({ zh: z.string(), en: z.string() });

/** What an import would do, or did, row by row. */
export const importReport = z.object({
  digest: z.string().describe('Give it back to import exactly this'),
  imported: z.boolean(),
  rows: z.array(
    z.object({
      row: z.int().describe('As the spreadsheet counts: the heads are row 1'),
      assessorId: z.string(),
      outcome: z.enum(['new', 'changed', 'same', 'refused']),
      problems: z.array(sentence.extend({ column: z.string().optional() })),
    }),
  ),
});
type Line = z.infer<typeof importReport>['rows'][number];

interface Change {
  readonly outcome: Outcome<Assessor>;
  readonly before: Assessor | undefined;
}
export interface ImportPlan {
  readonly rows: Line[];
  readonly changes: readonly Change[];
}

/** The rows by column, the blank ones left out. Throws `Refused` assessor.columns-missing. */
function byColumn([heads = [], ...rows]: readonly (readonly string[])[]) {
  const at = (column: Column) => heads.indexOf(columns[column]);
  const names = Object.keys(columns) as Column[];
  const missing = names.filter((c) => at(c) < 0).map((c) => columns[c]);
  refuseUnless(missing.length === 0, 'assessor.columns-missing', { columns: missing });
  return rows
    .map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(names.map((c) => [c, fromText(cells[at(c)] ?? '').trim()])) as Record<Column, string>,
    }))
    .filter(({ cells }) => Object.values(cells).some((v) => v !== ''));
}

/** The new employer follows the present one; who stays where they were stays so. */
function employments(before: Assessor | undefined, { employer }: ImportRow, today: string): Assessor['employments'] {
  const present = before?.employments.find((e) => !e.until);
  if (before && present?.name === employer.name && present.creditCode === employer.creditCode)
    return before.employments;
  const ended = (before?.employments ?? []).map((e) => (e.until ? e : { ...e, until: today }));
  return [...ended, employer];
}

function changeOf(
  row: ImportRow,
  before: Assessor | undefined,
  programmeId: string,
  now: Circumstances,
): Outcome<Assessor> | undefined {
  const { assessorId, name, personId, industries, categories, term } = row;
  const entry = { name, personId, industries, categories, employments: employments(before, row, dateAt(now.now)) };
  const isSame = before && JSON.stringify({ ...before, ...entry }) === JSON.stringify(before);
  const appointed = !term || before?.appointments.some((a) => JSON.stringify(a) === JSON.stringify(term));
  if (isSame && appointed) return undefined;
  const kept = keepAssessor(before, { programmeId, assessorId }, entry, now);
  if (appointed || !term) return kept;
  const termed = appoint(kept.next, term, now);
  return { ...termed, events: [...kept.events, ...termed.events] };
}

/**
 * What an import would do: each row is held against the pool by its number. The same file again changes nothing. A row
 * that does not fit is named with its problems, and nothing is imported while there is one.
 */
export function planImport(
  sheet: readonly (readonly string[])[],
  pool: readonly Assessor[],
  programmeId: string,
  now: Circumstances,
): ImportPlan {
  const known = new Map(pool.map((a) => [a.assessorId, a]));
  const people = new Map(pool.flatMap((a) => (a.personId ? [[a.personId, a.assessorId] as const] : [])));
  const seen = new Set<string>();
  const rows: Line[] = [];
  const changes: Change[] = [];
  for (const { row, cells } of byColumn(sheet)) {
    const read = importRow(cells);
    const problems: Line['problems'] = 'problems' in read ? [...read.problems] : [];
    const line = { row, assessorId: cells.assessorId, problems };
    if (seen.has(cells.assessorId))
      problems.push({ zh: '专家编号在文件中重复', en: 'The number is in the file twice', column: columns.assessorId });
    seen.add(cells.assessorId);
    const holder = cells.personId ? people.get(cells.personId) : undefined;
    if (holder && holder !== cells.assessorId)
      problems.push({ ...refusalText('assessor.person-taken', {}), column: columns.personId });
    if (cells.personId) people.set(cells.personId, cells.assessorId);
    const before = known.get(cells.assessorId);
    const outcome = 'problems' in read ? undefined : attempt(() => changeOf(read, before, programmeId, now), problems);
    if (problems.length > 0) rows.push({ ...line, outcome: 'refused' });
    else rows.push({ ...line, outcome: !outcome ? 'same' : before ? 'changed' : 'new' });
    if (outcome && problems.length === 0) changes.push({ outcome, before });
  }
  return { rows, changes };
}

/** What the pool's own rules refuse is a problem of the row. */
function attempt<T>(decide: () => T, problems: Line['problems']): T | undefined {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems.push(refusalText(error.code, error.detail));
    return undefined;
  }
}

/** The changes of a plan that may be carried out. Throws `Refused` assessor.import-changed, assessor.import-has-errors. */
export function applyImport({ rows, changes }: ImportPlan, isAsShown: boolean): readonly Change[] {
  refuseUnless(isAsShown, 'assessor.import-changed');
  const wrong = rows.filter((r) => r.outcome === 'refused').map((r) => r.row);
  refuseUnless(wrong.length === 0, 'assessor.import-has-errors', { rows: wrong });
  return changes;
}
