import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { loadedCalendar } from './calendars.ts';
import type { Department } from './departments.ts';
import { department, usualDepartments } from './departments.ts';
import { ruleSet } from './rule-set.ts';

/** An award that a city or agency gives: it owns its cycles, settings, seats and winners. */
export const programme = z.object({
  ...recordHead,
  name: z.string(),
  nameEn: z.string(),
  grantedBy: z.string().describe('In whose name the award is granted (A3)'),
  legalBasis: z.string().describe('The regulation, its number and date (A1)'),
  certificatePrefix: z.string().describe("First part of its certificates' numbers; no two programmes share one (A25)"),
  calendars: z.array(loadedCalendar).describe('The revision in force of each year'),
  earlierCalendars: z.array(loadedCalendar).default([]).describe('Revisions that were replaced, in their order'),
  ruleSets: z.array(ruleSet).default([]).describe('The versions of the regulation, from the first (A1)'),
  departments: z.array(department).optional().describe('Whom it consults; absent: the usual ones (A16)'),
});
export type Programme = z.infer<typeof programme>;

export const programmeView = programme.omit({
  version: true,
  chain: true,
  calendars: true,
  earlierCalendars: true,
  ruleSets: true,
  departments: true,
});

/** The departments that the programme can consult. */
export const departmentsOfProgramme = ({ departments }: Pick<Programme, 'departments'>): readonly Department[] =>
  departments ?? usualDepartments;

/** What a new programme is given. */
export const newProgramme = z.object({
  programmeId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{2,40}$/)
    .describe('Lower case letters, digits and hyphens; part of every key, never changed'),
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(100),
  grantedBy: z.string().trim().min(1).max(100),
  legalBasis: z.string().trim().min(1).max(500),
  certificatePrefix: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/),
});

/** Sets a programme up. */
export const createProgramme = (
  { programmeId, ...described }: z.infer<typeof newProgramme>,
  circumstances: Circumstances,
): Outcome<Programme> =>
  decided(
    circumstances,
    { ...newHead(programmeId), ...described, calendars: [], earlierCalendars: [], ruleSets: [] },
    { type: 'programmeCreated', detail: { name: described.name } },
  );

/**
 * Writes the list of departments anew. Throws `Refused` programme.department-twice, and programme.department-held when
 * one is left out that somebody still answers for.
 */
export function listDepartments(
  to: Programme,
  departments: readonly Department[],
  held: readonly string[],
  circumstances: Circumstances,
): Outcome<Programme> {
  const codes = departments.map((d) => d.code);
  const twice = codes.filter((code, i) => codes.indexOf(code) !== i);
  refuseUnless(twice.length === 0, 'programme.department-twice', { departments: twice });
  const lost = [...new Set(held)].filter((code) => !codes.includes(code));
  refuseUnless(lost.length === 0, 'programme.department-held', { departments: lost });
  return decided(
    circumstances,
    { ...to, departments: [...departments] },
    { type: 'departmentsListed', detail: { codes } },
  );
}
