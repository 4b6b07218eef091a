import { expect, test } from 'vitest';
import { closingDate } from '#domain/cycle/closing-date';

test.each([
  ['at 24:00 of 31 March', '2027-03-31T16:00:00.000Z', '2027-03-31'],
  ['at 24:00 of 31 December', '2027-12-31T16:00:00.000Z', '2027-12-31'],
  ['a millisecond into 1 April', '2027-03-31T16:00:00.001Z', '2027-04-01'],
  ['at 17:00 of 31 March', '2027-03-31T09:00:00.000Z', '2027-03-31'],
])('a cycle that closes %s has its last day', (_, closesAt, day) => expect(closingDate({ closesAt })).toBe(day));
