import * as z from 'zod';
import { appointment, assessor, assessorNumber, employment } from './assessor.ts';
import type { Column } from './columns.ts';
import { columns } from './columns.ts';

const list = (text: string) => [
  ...new Set(
    text
      .split(/[、,，;；]/)
      .map((t) => t.trim())
      .filter((t) => t !== ''),
  ),
];
const optional = (text: string) => (text === '' ? undefined : text);

const row = z.object({
  assessorId: assessorNumber,
  name: assessor.shape.name,
  personId: z.string().max(200).optional(),
  employer: employment.pick({ name: true, creditCode: true }),
  industries: assessor.shape.industries,
  categories: assessor.shape.categories,
  term: appointment.optional(),
});
/** A row of the workbook as it was read. */
export type ImportRow = z.infer<typeof row>;

const columnOf: Readonly<Record<string, Column>> = {
  'employer.name': 'employer',
  'employer.creditCode': 'creditCode',
  'term.from': 'from',
  'term.to': 'to',
  'term.letter': 'letter',
};

/** Reads a row: what it says, or what does not fit in which column. */
export function importRow(cells: Readonly<Record<Column, string>>) {
  const { assessorId, name, personId, employer, creditCode, industries, categories, from, to, letter } = cells;
  const hasTerm = from !== '' || to !== '' || letter !== '';
  const read = row.safeParse({
    assessorId,
    name,
    personId: optional(personId),
    employer: { name: employer, creditCode: optional(creditCode) },
    industries: list(industries),
    categories: list(categories),
    term: hasTerm ? { from, to, letter } : undefined,
  });
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => {
    const path = issue.path.join('.');
    const column = columns[columnOf[path] ?? (issue.path[0] as Column)];
    return { column, zh: `“${column}”不符合要求:${issue.message}`, en: `${column} does not fit: ${issue.message}` };
  });
  return { problems };
}
