import { readSheet } from 'read-excel-file/node';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { mostRows as mostAssessors } from '#domain/assessor/columns';
import { Refused, refuseUnless } from '#domain/refused';

const mostBytes = 1_000_000;
const mostUnpacked = 20_000_000;

/** Whose file it is: by whose refusals it is refused, and how many rows beside the heads it may have. */
interface Reading {
  readonly as: 'assessor' | 'winner-import';
  readonly mostRows: number;
}

/** The whole of one file of the archive; longer than the archive says, it is refused. */
async function unpacked(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Looks into the archive before anything of it is read as a workbook: its size when unpacked, and formulas. */
async function inspect(bytes: Buffer, { as, mostRows }: Reading): Promise<void> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    total += entry.uncompressedSize;
    refuseUnless(total <= mostUnpacked, `${as}.file-too-large`, { rows: mostRows });
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName);
    const content = await unpacked(archive, entry);
    refuseUnless(!isSheet || !/<f[\s>/]/.test(content.toString('utf8')), `${as}.file-has-formulas`);
  }
}

const text = (cell: unknown): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : cell === null || cell === undefined
      ? ''
      : String(cell).trim();

/** The first sheet of a workbook as texts, a row each. Throws `Refused` file-* of whose file it is. */
export async function readWorkbook(
  bytes: Buffer,
  reading: Reading = { as: 'assessor', mostRows: mostAssessors },
): Promise<string[][]> {
  const { as, mostRows } = reading;
  refuseUnless(bytes.length <= mostBytes, `${as}.file-too-large`, { rows: mostRows });
  const rows = await inspect(bytes, reading)
    .then(() => readSheet(bytes))
    .catch((error: unknown) => {
      throw error instanceof Refused ? error : new Refused(`${as}.file-unreadable`);
    });
  refuseUnless(rows.length <= mostRows + 1, `${as}.file-too-large`, { rows: mostRows });
  return rows.map((row) => row.map(text));
}
