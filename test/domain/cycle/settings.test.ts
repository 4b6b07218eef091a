import { expect, test } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { listSettings } from '#domain/cycle/settings';

test('every question that the regulation leaves open has its setting, D1 to D26', () => {
  const codes = new Set(listSettings().map((s) => s.code));
  const open = Array.from({ length: 26 }, (_, i) => `D${i + 1}`);
  expect(open.filter((code) => !codes.has(code as 'D1'))).toEqual([]);
});

test('the list has every setting of the rules once, with its default', () => {
  const listed = listSettings();
  expect(listed.map((s) => s.key).sort()).toEqual(Object.keys(rules.shape).sort());
  expect(Object.fromEntries(listed.flatMap((s) => (s.default === undefined ? [] : [[s.key, s.default]])))).toEqual(
    rules.parse({}),
  );
});

test('the list goes by the codes', () => {
  const codes = listSettings().flatMap((s) => (s.code.startsWith('D') ? [Number(s.code.slice(1))] : []));
  expect(codes).toEqual([...codes].sort((a, b) => a - b));
});

test.each(listSettings().map((s) => [s.key, s] as const))('%s explains itself in Chinese and English', (_, setting) => {
  for (const { zh, en } of [setting.question, setting.reason, ...setting.options]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});
