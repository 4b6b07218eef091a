import { refuseUnless } from '../refused.ts';
import type { Cells, Column } from './columns.ts';
import { columns, mostRows, optional } from './columns.ts';

const names = Object.keys(columns) as Column[];
const plain = (text: string) => text.normalize('NFC').trim();

/** The rows of a sheet by column, blank ones left out. Throws `Refused` winner-import.columns-missing. */
export function rowsOfSheet([heads = [], ...rows]: readonly (readonly string[])[]): { row: number; cells: Cells }[] {
  const at = (column: Column) => heads.indexOf(columns[column]);
  const missing = names.filter((c) => at(c) < 0 && !optional.includes(c)).map((c) => columns[c]);
  refuseUnless(missing.length === 0, 'winner-import.columns-missing', { columns: missing });
  return rows
    .map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(names.map((c) => [c, plain(cells[at(c)] ?? '')])) as Cells,
    }))
    .filter(({ cells }) => Object.values(cells).some((v) => v !== ''));
}

/** The rows of a JSON file: a list of objects by the columns' keys. Throws `Refused` winner-import.file-unreadable. */
export function rowsOfJson(content: unknown): { row: number; cells: Cells }[] {
  const isList =
    Array.isArray(content) && content.every((r) => r !== null && typeof r === 'object' && !Array.isArray(r));
  refuseUnless(isList, 'winner-import.file-unreadable');
  refuseUnless(content.length <= mostRows, 'winner-import.file-too-large', { rows: mostRows });
  return (content as Record<string, unknown>[]).map((entry, i) => ({
    row: i + 2,
    cells: Object.fromEntries(
      names.map((c) => {
        const value = entry[c];
        return [c, typeof value === 'string' || typeof value === 'number' ? plain(String(value)) : ''];
      }),
    ) as Cells,
  }));
}
