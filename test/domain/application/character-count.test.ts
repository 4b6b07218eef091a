import { expect, test } from 'vitest';
import { characterCount } from '#domain/application/character-count';

test.each([
  ['', 0],
  [' \n\t\u3000', 0],
  ['质量', 2],
  ['质量,管理。', 6],
  ['质量 管理', 4],
  ['ISO 9001', 2],
  ['GB/T 19580—2012', 2],
  ['按GB/T 19580标准', 5],
  ['增长12.5%', 3],
  ['it’s a win-win.', 3],
  ['“质量”', 4],
  ['……', 2],
  ['质量,管理', 5],
  ['𠮷祥', 2],
  ['ＡＢＣ', 3],
  ['卓越绩效(Performance Excellence)模式', 8],
])('“%s” has %i 字', (text, count) => expect(characterCount(text)).toBe(count));

test('a foreign word counts as one, however long', () => {
  expect(characterCount('a'.repeat(5000))).toBe(1);
});
