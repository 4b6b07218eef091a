import * as z from 'zod';
import { isCreditCode, isIdNumber, normalised } from './identifiers.ts';

const line = (max = 100) => z.string().trim().min(1).max(max);
const contact = { contactName: line(), contactPhone: line(30), contactEmail: z.email().max(200) };

/** Length limits are counted in 字 as an official would: every character that is not white space; nor is that endless. */
const within = (limit: number) =>
  z
    .string()
    .max(2 * limit)
    .refine((text) => [...text.replace(/\s/g, '')].length <= limit, `不超过 ${limit} 字 / at most ${limit} characters`);

/** An amount that is one, to the fen: the table takes no number beyond 2^53 and none next to nothing. */
const yuan = z
  .number()
  .min(-1e14)
  .max(1e14)
  .refine((n) => n === 0 || Math.abs(n) >= 0.01, '金额精确到分 / an amount of at least one fen');

/** The declared result of a closed fiscal year, in yuan; a policy loss needs evidence (A12(6)). */
const fiscalYear = z.object({ year: z.int().min(2000).max(2200), netProfit: yuan, policyLoss: z.boolean() });

export const organisationIdentity = z.object({
  name: line(),
  creditCode: z
    .string()
    .transform(normalised)
    .refine(isCreditCode, '统一社会信用代码无效 / not a valid unified social credit code'),
  registeredOn: z.iso.date(),
  legalPerson: z.literal(true, '须具有独立法人资格 / must be an independent legal person (A12)'),
  address: line(200),
  jurisdiction: line().describe('The recommending body answers for it (A10)'),
  seniorLeader: line().describe('Who defends the application (A18)'),
  ...contact,
});

export const individualIdentity = z.object({
  name: line(),
  idKind: z.enum(['residentId', 'other']),
  idNumber: line(40)
    .transform(normalised)
    .refine((number) => number !== '', '证件号码不能为空 / an ID number is not empty'),
  employer: line(),
  topManager: z.boolean().describe('Of the employer: then its last three years are judged too (A14(5))'),
  jurisdiction: line(),
  workPeriods: z
    .array(z.object({ from: z.iso.date(), to: z.iso.date().optional(), employer: line(), duty: line(200) }))
    .min(1)
    .max(30),
  ...contact,
});

const checkedIndividual = individualIdentity.refine((i) => i.idKind === 'other' || isIdNumber(i.idNumber), {
  path: ['idNumber'],
  message: '居民身份证号码无效 / not a valid resident ID number',
});

/** The sections of the form. What is saved is checked section by section; the whole is checked on submission. */
export const sectionSchemas = {
  organisationIdentity,
  individualIdentity: checkedIndividual,
  profile: z.object({ text: within(3000) }),
  results: z.object({ fiscalYears: z.array(fiscalYear).max(5) }),
  conditions: z.object({
    declarations: z.array(z.object({ condition: line(20), statement: within(1000) })).max(20),
  }),
  undertaking: z.object({ truthful: z.literal(true), signedBy: line(), signedOn: z.iso.date() }),
} as const;
export const sectionNames = Object.keys(sectionSchemas) as [SectionName, ...SectionName[]];
export type SectionName = keyof typeof sectionSchemas;

const saved = <T extends z.ZodType>(content: T) =>
  z.object({ content, savedAt: z.iso.datetime(), savedBy: z.string() }).optional();

/** The form as it is kept. */
export const sections = z.object({
  organisationIdentity: saved(organisationIdentity),
  individualIdentity: saved(individualIdentity),
  profile: saved(sectionSchemas.profile),
  results: saved(sectionSchemas.results),
  conditions: saved(sectionSchemas.conditions),
  undertaking: saved(sectionSchemas.undertaking),
});

/** The sections that must be there on submission. */
export const mandatorySections = {
  organisation: ['organisationIdentity', 'profile', 'results', 'conditions', 'undertaking'],
  individual: ['individualIdentity', 'conditions', 'undertaking'],
} as const satisfies Record<string, readonly SectionName[]>;

/** The files that must be there on submission. */
export const mandatoryDocuments = {
  organisation: ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'],
  individual: ['applicationForm', 'identity', 'selfAssessment', 'creditUndertaking'],
} as const;
