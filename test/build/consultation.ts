import type { Application } from '#domain/application/application';
import { consult } from '#domain/consultation/consult';
import { rules } from '#domain/cycle/rules';
import { anOrganisation, calendars } from '#test/build/eligibility';
import { at, officer } from '#test/build/an-application';

export const known = ['tax', 'env', 'hr'];

/** Sent on Monday 1 March 2027: due on Tuesday 16 March (the 8th is a holiday of the test calendar). */
export const dueOn = '2027-03-16';

/** An application about which the departments were asked. */
export const consulted = (...departmentCodes: string[]): Application =>
  consult(
    anOrganisation({ stage: 'Consultation' }),
    { departmentCodes, question: '有无违法?', rules: rules.parse({}), calendars, known },
    at(officer),
  ).next;
