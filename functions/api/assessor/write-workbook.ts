import writeXlsxFile from 'write-excel-file/node';

/** A workbook of one sheet; every cell is a text, so that nothing in it can be taken for a formula. */
export const writeWorkbook = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row, i) =>
      row.map((value) => ({ type: String, value, ...(i === 0 && { fontWeight: 'bold' as const }) })),
    ),
  ).toBuffer();
