import { expect, it } from 'vitest';
import { parseClockExpression } from '#local/clock-expression';

const at = (text: string) => Date.parse(text);

it.each([
  ['+30d', '2027-01-15T10:00+08:00', '2027-02-14T10:00+08:00'],
  ['+5h', '2027-01-15T22:00+08:00', '2027-01-16T03:00+08:00'],
  ['+10m', '2027-01-15T22:00+08:00', '2027-01-15T22:10+08:00'],
  ['+2w', '2027-01-15T22:00+08:00', '2027-01-29T22:00+08:00'],
  ['+2y', '2027-01-15T10:00+08:00', '2029-01-15T10:00+08:00'],
  ['+1mo', '2027-01-31T10:00+08:00', '2027-02-28T10:00+08:00'],
  ['+1y', '2028-02-29T10:00+08:00', '2029-02-28T10:00+08:00'],
  ['+1y6mo3d', '2027-07-15T10:00+08:00', '2029-01-18T10:00+08:00'],
  // In Shanghai it is already 1 March, in UTC still 28 February.
  ['+1y', '2027-03-01T03:00+08:00', '2028-03-01T03:00+08:00'],
])('%s from %s is %s', (expression, now, then) => {
  expect(parseClockExpression(expression, at(now))).toBe(at(then));
});

it.each([
  ['2027-03-31T00:00+08:00', '2027-03-30T16:00:00Z'],
  ['2027-03-31T00:00Z', '2027-03-31T00:00:00Z'],
  ['2027-03-31T09:30', '2027-03-31T01:30:00Z'],
  ['2027-03-31T09:30:15', '2027-03-31T01:30:15Z'],
  ['2027-03-31', '2027-03-30T16:00:00Z'],
])('%s is the instant %s', (expression, instant) => {
  expect(parseClockExpression(expression, 0)).toBe(at(instant));
});

it.each([
  '',
  '30d',
  '-3d',
  '+',
  '+3',
  '+d3',
  '+3q',
  '2027-02-30',
  '2027-13-01',
  '2027-03-31 09:30',
  'tomorrow',
  '+99999999y',
])('refuses "%s" and says what it understands', (expression) => {
  expect(() => parseClockExpression(expression, 0)).toThrow('Give a distance');
});
