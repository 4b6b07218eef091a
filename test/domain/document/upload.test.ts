import { describe, expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { declareDocument, receiveDocument } from '#domain/document/upload';
import { directoryOf, entryNames } from '#domain/document/zip-entries';
import { at, owner, programmeId } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { zipOf } from '#test/build/zip';

const megabyte = 1024 ** 2;
const sha256 = 'a'.repeat(64);
const parent = { programmeId, parent: 'application:app_1' };
const declared = (given: object = {}) => ({
  kind: 'evidence' as const,
  name: 'a.pdf',
  format: 'application/pdf' as const,
  size: 1000,
  sha256,
  confidential: false,
  ...given,
});
const declare = (given: object = {}, present: readonly Document[] = [], handedIn: string[] = []) =>
  declareDocument({ ...parent, handedIn }, declared(given), present, 'doc_1', at(owner));
const present = (n: number, given: Partial<Document> = {}) => ({ ...declare().next, documentId: `d${n}`, ...given });

/** A cycle that takes less than the usual. */
const tight = {
  megabytes: { 'application/pdf': 5, 'application/ofd': 5, 'image/jpeg': 1, 'image/png': 1 },
  totalMegabytes: 10,
  files: 10,
};

describe('a declared file of a cycle that set its own limits', () => {
  const declareTight = (given: object, present: readonly Document[] = []) =>
    declareDocument({ ...parent, limits: tight }, declared(given), present, 'doc_1', at(owner));
  const two = [0, 1].map((n) => present(n, { size: 5 * megabyte - 500 }));
  const nine = Array.from({ length: 9 }, (_, n) => present(n));

  test.each([
    ['a PDF of 5 MB', { size: 5 * megabyte }, [], 'allowed'],
    ['a PDF a byte larger', { size: 5 * megabyte + 1 }, [], 'document.too-large'],
    ['a PNG a byte over 1 MB', { format: 'image/png', size: megabyte + 1 }, [], 'document.too-large'],
    ['10 MB together', { size: 1000 }, two, 'allowed'],
    ['a byte more together', { size: 1001 }, two, 'document.total-exceeded'],
    ['the tenth', {}, nine, 'allowed'],
    ['the eleventh', {}, [...nine, present(9)], 'document.too-many'],
  ])('%s: %s', (_, given, others, code) => expect(refusalOf(() => declareTight(given, others))).toBe(code));
});

describe('a declared file', () => {
  test.each([
    ['a PDF of 50 MB', { size: 50 * megabyte }, 'allowed'],
    ['a PDF a byte larger', { size: 50 * megabyte + 1 }, 'document.too-large'],
    ['an OFD a byte too large', { format: 'application/ofd', size: 50 * megabyte + 1 }, 'document.too-large'],
    ['a JPG of 10 MB', { format: 'image/jpeg', size: 10 * megabyte }, 'allowed'],
    ['a PNG a byte larger', { format: 'image/png', size: 10 * megabyte + 1 }, 'document.too-large'],
  ])('%s: %s', (_, given, code) => expect(refusalOf(() => declare(given))).toBe(code));

  test('500 MB together and not a byte more; what was rejected or removed does not count', () => {
    const ten = Array.from({ length: 10 }, (_, n) => present(n, { size: 50 * megabyte - 100 }));
    expect(refusalOf(() => declare({ size: 1000 }, ten))).toBe('allowed');
    expect(refusalOf(() => declare({ size: 1001 }, ten))).toBe('document.total-exceeded');
    const gone = [present(0, { size: 50 * megabyte, status: 'rejected' }), ...ten.slice(1)];
    expect(refusalOf(() => declare({ size: 1001 }, gone))).toBe('allowed');
  });

  test('a hundred and not one more, unless it takes the place of another', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => present(n));
    expect(refusalOf(() => declare({}, hundred.slice(1)))).toBe('allowed');
    expect(refusalOf(() => declare({}, hundred))).toBe('document.too-many');
    expect(refusalOf(() => declare({ replaces: 'd7' }, hundred))).toBe('allowed');
    expect(refusalOf(() => declare({ replaces: 'd700' }, hundred))).toBe('record.not-found');
  });

  test('does not take the place of one that was handed in (A29)', () => {
    expect(refusalOf(() => declare({ replaces: 'd1' }, [present(1)], ['d1']))).toBe('document.not-removable');
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.7 and more');
const exe = bytes('MZ\u0090 this program');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const zip = bytes('PK\u0003\u0004');

describe('a file that arrives', () => {
  test.each([
    ['a PDF', 'application/pdf', pdf, [], 'checked'],
    ['an .exe named .pdf', 'application/pdf', exe, [], 'rejected'],
    ['a PNG as a PDF', 'application/pdf', png, [], 'rejected'],
    ['a PNG', 'image/png', png, [], 'checked'],
    ['a JPG', 'image/jpeg', jpg, [], 'checked'],
    ['a JPG as a PNG', 'image/png', jpg, [], 'rejected'],
    ['an OFD', 'application/ofd', zip, ['Doc_0/Document.xml', 'OFD.xml'], 'checked'],
    ['a ZIP that is no OFD', 'application/ofd', zip, ['word/document.xml'], 'rejected'],
    ['an OFD.xml that is not at the root', 'application/ofd', zip, ['a/OFD.xml'], 'rejected'],
    ['nothing', 'application/pdf', new Uint8Array(), [], 'rejected'],
  ] as const)('%s is known by its content', (_, format, firstBytes, entries, status) => {
    const of = declare({ format }).next;
    expect(receiveDocument(of, { size: 1000, sha256, firstBytes, entries }, at(owner)).next.status).toBe(status);
  });

  test('says what is wrong with it', () => {
    const problem = (given: object) =>
      receiveDocument(declare().next, { size: 1000, sha256, firstBytes: pdf, entries: [], ...given }, at(owner)).next
        .problem;
    expect(problem({})).toBeUndefined();
    expect(problem({ size: 999 })).toMatch(/大小/);
    expect(problem({ sha256: 'b'.repeat(64) })).toMatch(/SHA-256/);
    expect(problem({ firstBytes: exe })).toMatch(/内容不是/);
  });
});

test('the entries of a ZIP are read from its directory', () => {
  const file = zipOf(['OFD.xml', 'Doc_0/Document.xml']);
  const directory = directoryOf(file);
  expect(directory && entryNames(file.subarray(directory.offset, directory.offset + directory.size))).toEqual([
    'OFD.xml',
    'Doc_0/Document.xml',
  ]);
  expect(directoryOf(bytes('PK\u0003\u0004 and no directory at all'))).toBeUndefined();
  expect(entryNames(bytes('not a directory'))).toEqual([]);
});
