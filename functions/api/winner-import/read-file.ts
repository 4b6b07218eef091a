import { Refused } from '#domain/refused';
import { mostRows } from '#domain/winner-import/columns';
import { rowsOfJson, rowsOfSheet } from '#domain/winner-import/rows';
import { readWorkbook } from '../assessor/read-workbook.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('winner-import.file-unreadable');
  }
}

/** The rows of a file, by its name's ending. Throws `Refused` winner-import.file-*, winner-import.columns-missing. */
export async function readFile(fileName: string, bytes: Buffer) {
  if (/\.json$/i.test(fileName)) return rowsOfJson(parsed(bytes.toString('utf8')));
  return rowsOfSheet(await readWorkbook(bytes, { as: 'winner-import', mostRows }));
}
