import { describe, expect, test } from 'vitest';
import { fitsIdKind, personIdentifier } from '#domain/application/id-kinds';
import { isCreditCode, isIdNumber, normalised, registrarAreaOf } from '#domain/application/identifiers';
import { creditCodeOf, idNumberOf } from '#local/sample/forms';

describe('a unified social credit code (GB 32100)', () => {
  const good = creditCodeOf(7);

  test.each([good, creditCodeOf(12_345), '91350100M000100Y43', '914403001922038216'])('%s is one', (code) =>
    expect(isCreditCode(code)).toBe(true),
  );

  test.each(['I', 'O', 'S', 'V', 'Z', 'a', ' ', '-', '一'])('none has a “%s” in it', (character) =>
    expect(isCreditCode(`${good.slice(0, 9)}${character}${good.slice(10)}`)).toBe(false),
  );

  test('one wrong character or two that changed places are found by the check character', () => {
    for (let i = 0; i < 18; i += 1) {
      const other = good[i] === '1' ? '2' : '1';
      expect(isCreditCode(good.slice(0, i) + other + good.slice(i + 1)), `at ${i}`).toBe(false);
    }
    expect(isCreditCode(`${good[1]}${good[0]}${good.slice(2)}`)).toBe(false);
  });

  test.each(['', good.slice(1), `${good}0`, `91A30102${good.slice(8)}`])('“%s” is none', (code) =>
    expect(isCreditCode(code)).toBe(false),
  );

  test.each([
    [`${good.slice(0, 8)} ${good.slice(8)}`],
    [good.toLowerCase()],
    [[...good].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')],
    [`\u200b${good.slice(0, 6)}－${good.slice(6)}\u3000`],
  ])('%s is normalised to it', (typed) => expect(normalised(typed)).toBe(good));

  test('characters 3 to 8 are the area of the registrar', () => {
    expect(registrarAreaOf('91530000MA6K000013')).toBe('530000');
  });
});

/** A number with the check digit it needs. */
const withCheck = (body: string) => {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return body + '10X98765432'[sum % 11];
};

describe('a resident ID number (GB 11643)', () => {
  test.each(['11010519491231002X', '440524188001010014', idNumberOf(3), withCheck('53010220000229001')])('%s', (n) =>
    expect(isIdNumber(n)).toBe(!n.startsWith('4405')),
  );

  test.each([
    ['29 February of a year without one', withCheck('53010219010229001')],
    ['29 February 1900, which was none', withCheck('53010219000229001')],
    ['31 April', withCheck('53010219850431001')],
    ['month 13', withCheck('53010219851301001')],
    ['day 0', withCheck('53010219850100001')],
    ['the year 2985', withCheck('53010229850101001')],
    ['a wrong check digit', '110105194912310021'],
    ['an X in the middle', '1101051949123X002X'],
    ['fifteen digits, the form before 1999', '110105491231002'],
    ['seventeen', '11010519491231002'],
  ])('%s is refused', (_, number) => expect(isIdNumber(number)).toBe(false));

  test('a small x is the check character X', () => {
    expect(isIdNumber(normalised('11010519491231002x'))).toBe(true);
    expect(isIdNumber(normalised('１１０１０５ 19491231 ００２ｘ'))).toBe(true);
  });
});

test.each([
  ['passport', 'E12345678', true],
  ['passport', 'E123 5678', false],
  ['passport', 'E123', false],
  ['hkMacauPermit', 'H12345678', true],
  ['hkMacauPermit', 'M1234567801', true],
  ['hkMacauPermit', 'A12345678', false],
  ['hkMacauPermit', 'H1234567', false],
  ['taiwanPermit', '12345678', true],
  ['taiwanPermit', '1234567890B', true],
  ['taiwanPermit', '1234567', false],
  ['foreignPermanentResidentId', 'USA110085061501', true],
  ['foreignPermanentResidentId', withCheck('91184019850615001'), true],
  ['foreignPermanentResidentId', withCheck('53010219850312003'), false],
  ['foreignPermanentResidentId', 'US110085061501', false],
  ['residentId', withCheck('81000019850615001'), true],
  ['other', '南字第12345号', true],
  ['other', '', false],
] as const)('as a %s, the number %s fits: %s', (kind, number, fits) => expect(fitsIdKind(kind, number)).toBe(fits));

test('two papers that carry the same number identify two people', () => {
  expect(personIdentifier('passport', '12345678')).not.toBe(personIdentifier('taiwanPermit', '12345678'));
  expect(personIdentifier('residentId', '11010519491231002X')).toBe('11010519491231002X');
});
