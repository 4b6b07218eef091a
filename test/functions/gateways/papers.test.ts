import yauzl from 'yauzl';
import { describe, expect, test } from 'vitest';
import type { Paper } from '#domain/paper/paper';
import { printPaper } from '#functions/runtime/papers';
import { breakLines } from '#functions/gateways/papers/break-lines';
import { readPdf } from '#test/build/read-pdf';

const paper = (blocks: Paper['blocks']): Paper => ({
  title: '全体成员大会会议纪要',
  subtitle: '昆明市市长质量奖(2027年)',
  footer: '评审办',
  author: '评审办',
  at: '2027-10-01T02:00:00.000Z',
  blocks,
});

const wordText = async (docx: Buffer): Promise<string> => {
  const zip = await yauzl.fromBufferPromise(docx);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts)
      .toString()
      .replace(/<[^>]+>/g, '');
  }
  return '';
};

describe('a paper as PDF', () => {
  test('holds every Chinese character as text that can be selected, signs and rare characters included', async () => {
    const text = '表决通过:“昆明示例”①,负责人张喆、嫄龢,℃≥½。';
    const [page = ''] = readPdf(await printPaper(paper([{ kind: 'text', text }]), 'pdf'));
    expect(page).toContain('全体成员大会会议纪要');
    expect(page.replace(/\u3000/g, '')).toContain(text);
    expect(page).toContain('评审办  ·  1 / 1');
    expect(page).not.toContain('\ufffd');
  });

  test('names a character that no font has instead of printing an empty box', async () => {
    const [page] = readPdf(await printPaper(paper([{ kind: 'text', text: '李\u{2CB4E}' }]), 'pdf'));
    expect(page).toContain('李〔U+2CB4E〕');
  });

  test('carries its fonts with the characters used and no more', async () => {
    const pdf = await printPaper(paper([{ kind: 'text', text: '市长质量奖' }]), 'pdf');
    expect(pdf.length).toBeLessThan(40_000);
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2/);
    expect(pdf.toString('latin1')).not.toMatch(/Helvetica/);
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2</);
  });

  test('goes on over as many sheets as it needs, the head of a table on each', async () => {
    const columns = [
      { title: '名称', share: 3 },
      { title: '得票', share: 1 },
    ];
    const rows = Array.from({ length: 100 }, (_, i) => [`单位${i + 1}。`, '8']);
    const pages = readPdf(await printPaper(paper([{ kind: 'table', columns, rows }]), 'pdf'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('名称得票');
    for (let i = 1; i <= 100; i += 1) expect(pages.join('')).toContain(`单位${i}。`);
  });

  test('is the same byte by byte when it is printed again', async () => {
    const same = paper([{ kind: 'facts', rows: [['地点', '市政府']] }]);
    expect((await printPaper(same, 'pdf')).equals(await printPaper(same, 'pdf'))).toBe(true);
  });
});

test('a paper as Word says what the PDF says', async () => {
  const text = await wordText(
    await printPaper(
      paper([
        { kind: 'heading', text: '一、表决' },
        { kind: 'table', columns: [{ title: '名称', share: 1 }], rows: [['李\u{2CB4E}']] },
        { kind: 'signature', lines: ['主持人'] },
      ]),
      'docx',
    ),
  );
  for (const part of ['全体成员大会会议纪要', '一、表决', '李\u{2CB4E}', '主持人']) expect(text).toContain(part);
});

test('punctuation neither begins a line nor, when it opens, ends one', () => {
  const width = (part: string) => [...part].length;
  expect(breakLines('一二三四,五六', 4, width)).toEqual(['一二三', '四,五六']);
  expect(breakLines('一二三“四五”六', 4, width)).toEqual(['一二三', '“四五”', '六']);
  expect(breakLines('用 Amazon 云', 6, width)).toEqual(['用', 'Amazon', '云']);
  expect(breakLines('1234567890', 4, width)).toEqual(['1234', '5678', '90']);
});
