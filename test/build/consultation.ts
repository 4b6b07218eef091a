import type { Application } from '#domain/application/application';
import { issueLetters } from '#domain/consultation/consult';
import { aCycle, anOrganisation, calendars } from '#test/build/eligibility';
import { at, officer } from '#test/build/an-application';

export const known = ['tax', 'env', 'hr', 'statistics'];

/** Sent on Monday 1 March 2027: due on Tuesday 16 March (the 8th is a holiday of the test calendar). */
export const dueOn = '2027-03-16';

/** Letters to departments about applications, numbered from 7 on. */
export const lettersTo = (
  departmentCodes: readonly string[],
  applications: readonly Application[] = [anOrganisation({ stage: 'Consultation' })],
  who = officer,
) => {
  let ids = 0;
  const newId = (prefix: string) => `${prefix}_${(ids += 1)}`;
  const request = { departmentCodes, question: '有无违法?', calendars, known, firstNumber: 7, newId };
  return issueLetters(aCycle(), applications, request, at(who));
};

/** An application about which the departments were asked. */
export const consulted = (...departmentCodes: string[]): Application =>
  lettersTo(departmentCodes).applications[0]?.next ?? anOrganisation();
