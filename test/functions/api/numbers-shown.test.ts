import * as z from 'zod';
import { expect, test } from 'vitest';
import type { Route } from '#functions/api/route';
import { routes } from '#functions/api/routes';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [more: string]: unknown;
}

/** Names under which somebody's ID number, telephone or mail address would leave. */
const telling = /^(idNumber|identifier|appliedAs|phone|contactPhone|contactEmail|email)$/;

const named = (schema: unknown, found = new Set<string>()): Set<string> => {
  if (Array.isArray(schema)) schema.forEach((one) => named(one, found));
  else if (typeof schema === 'object' && schema !== null) {
    for (const name of Object.keys((schema as Schema).properties ?? {})) if (telling.test(name)) found.add(name);
    Object.values(schema).forEach((one) => named(one, found));
  }
  return found;
};

const shows = Object.entries(routes as Readonly<Record<string, Route>>)
  .map(
    ([name, { answer }]) =>
      [name, [...named(z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' }))]] as const,
  )
  .filter(([, names]) => names.length > 0)
  .map(([name]) => name);

/** Answers to whom the numbers belong: the applicant's own application, oneself. */
const theirOwn = [
  ...['addMember', 'beginAgain', 'beginApplication', 'endMember', 'saveSection', 'submit', 'withdraw'],
  ...['correctMe', 'register', 'showMe', 'showMyData'],
];
/** The office examines them; auditors get them masked (domain/privacy/masking.ts). */
const ofTheOffice = ['showApplication', 'showObjection'];
/** Who people are, to those who grant roles; no telephone. */
const ofTheRegister = ['endGrant', 'grantRole', 'listPeople'];

test('ID numbers, telephones and addresses leave in these answers and in no other (PIPL)', () => {
  expect(shows.sort()).toEqual([...theirOwn, ...ofTheOffice, ...ofTheRegister].sort());
});
