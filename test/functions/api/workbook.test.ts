import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook } from '#functions/api/assessor/read-workbook';
import { writeWorkbook } from '#functions/api/assessor/write-workbook';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

test('a workbook that was written is read again, texts and nothing else', async () => {
  const rows = [
    ['专家编号', '姓名'],
    ['P-1', "'=1+1"],
    ['0012', '2027-01-01'],
  ];
  expect(await readWorkbook(await writeWorkbook(rows))).toEqual(rows);
});

test('dates of a spreadsheet are read as civil dates', async () => {
  const day = { type: Date, value: new Date('2027-01-01T00:00:00.000Z'), format: 'yyyy-mm-dd' };
  const book = await writeXlsxFile([[day]]).toBuffer();
  expect(await readWorkbook(book)).toEqual([['2027-01-01']]);
});

test('a workbook with a formula is refused, whatever its value', async () => {
  const book = await writeXlsxFile([[{ type: 'Formula', value: '=1+1' }]] as never).toBuffer();
  await expect(readWorkbook(book)).rejects.toEqual(refused('assessor.file-has-formulas'));
});

test('what is no workbook is refused', async () => {
  await expect(readWorkbook(Buffer.from('no archive'))).rejects.toEqual(refused('assessor.file-unreadable'));
  await expect(readWorkbook(Buffer.alloc(1_000_001))).rejects.toEqual(refused('assessor.file-too-large'));
});

test('a few bytes that unpack to a great many are refused, whether they say so or not', async () => {
  const bomb = Buffer.alloc(30_000_000);
  await expect(readWorkbook(archiveOf(bomb, bomb.length))).rejects.toEqual(refused('assessor.file-too-large'));
  await expect(readWorkbook(archiveOf(bomb, 1000))).rejects.toEqual(refused('assessor.file-unreadable'));
});

test('more rows than an import takes are refused', async () => {
  const rows = Array.from({ length: 302 }, (_, i) => [`P-${i}`]);
  await expect(readWorkbook(await writeWorkbook(rows))).rejects.toEqual(refused('assessor.file-too-large'));
});

/** An archive of one file that says it is so long. */
function archiveOf(content: Buffer, said: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(said, 8);
  const local = Buffer.concat([
    Buffer.from('504b03041400000008000000000000000000', 'hex').subarray(0, 14),
    sizes,
    u16(name.length),
    u16(0),
    name,
    packed,
  ]);
  const entry = Buffer.concat([
    Buffer.from('504b01021400140000000800000000000000', 'hex').subarray(0, 16),
    sizes,
    u16(name.length),
    Buffer.alloc(16),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

function u16(n: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(n);
  return bytes;
}
