import * as z from 'zod';
import { characterCount } from './character-count.ts';
import { encouragedGroups } from './encouraged-groups.ts';
import { isEachYearOnce, yearTwice } from './fiscal-years.ts';
import { fitsIdKind, idKinds } from './id-kinds.ts';
import { isCreditCode, normalised } from './identifiers.ts';
import { areInOrder, reversed, workPeriod } from './work-periods.ts';

const line = (max = 100) => z.string().trim().min(1).max(max);
const contact = { contactName: line(), contactPhone: line(30), contactEmail: z.email().max(200) };

/** A text whose length is counted in 字, as Word does; a 字 can be a long foreign word, but not an endless one. */
const within = (limit: number) =>
  z
    .string()
    .max(8 * limit)
    .refine((text) => characterCount(text) <= limit, `不超过 ${limit} 字 / at most ${limit} characters`)
    .meta({ maxCharacters: limit });

/** An amount that is one, to the fen: the table takes no number beyond 2^53 and none next to nothing. */
const yuan = z
  .number()
  .min(-1e14)
  .max(1e14)
  .refine((n) => n === 0 || Math.abs(n) >= 0.01, '金额精确到分 / an amount of at least one fen');

/** The declared result of a closed fiscal year, in yuan; a policy loss needs evidence (A12(6)). */
const fiscalYear = z.object({ year: z.int().min(2000).max(2200), netProfit: yuan, policyLoss: z.boolean() });

const results = z.object({ fiscalYears: z.array(fiscalYear).max(5) });

/** Written twice, a year could show one result and hide the other (A12(6)). */
const checkedResults = results.refine(({ fiscalYears }) => isEachYearOnce(fiscalYears), {
  path: ['fiscalYears'],
  message: yearTwice,
});

export const organisationIdentity = z.object({
  name: line(),
  creditCode: z
    .string()
    .transform(normalised)
    .refine(isCreditCode, '统一社会信用代码无效 / not a valid unified social credit code'),
  registeredOn: z.iso.date(),
  registrationType: z
    .enum(['company', 'institution', 'socialOrganisation', 'cooperative', 'other', 'branch'])
    .describe('By the licence; a branch is no legal person'),
  registrationAuthority: line().describe('As the licence names it'),
  legalPerson: z.boolean().describe('Whether it is an independent legal person (A12)'),
  domicileDivision: z
    .string()
    .regex(/^\d{6}$/, '六位行政区划代码 / the six digits of an administrative division')
    .describe('GB/T 2260, of the domicile on the licence (A12)'),
  address: line(200),
  jurisdiction: line().describe('The recommending body answers for it (A10)'),
  seniorLeader: line().describe('Who defends the application (A18)'),
  encouragedGroups: z
    .array(z.enum(encouragedGroups))
    .max(encouragedGroups.length)
    .optional()
    .describe('Groups that are encouraged to apply (A12); of no effect on scores'),
  ...contact,
});

export const individualIdentity = z.object({
  name: line(),
  idKind: z.enum(idKinds),
  idNumber: line(40)
    .transform(normalised)
    .refine((number) => number !== '', '证件号码不能为空 / an ID number is not empty'),
  employer: line(),
  topManager: z.boolean().describe('Of the employer: then its last three years are judged too (A14(5))'),
  jurisdiction: line(),
  workPeriods: z
    .array(workPeriod.extend({ employer: line(), duty: line(200) }))
    .min(1)
    .max(30),
  ...contact,
});

const checkedIndividual = individualIdentity
  .refine((i) => fitsIdKind(i.idKind, i.idNumber), {
    path: ['idNumber'],
    message: '证件号码与证件类型不符或校验错误 / not a valid number of this kind of ID',
  })
  .refine((i) => areInOrder(i.workPeriods), { path: ['workPeriods'], message: reversed });

/** Another organisation as the applicant names it; conflicts of interest are looked for by it. */
const party = z.object({
  name: line(),
  creditCode: z
    .string()
    .transform(normalised)
    .refine(isCreditCode, '统一社会信用代码无效 / not a valid unified social credit code')
    .optional(),
});

/** Trade and main partners: by them assessors are found who know the trade and are not partial (D26). */
export const relations = z.object({
  industry: line(50).optional(),
  mainCustomers: z.array(party).max(20),
  mainSuppliers: z.array(party).max(20),
});

/** The sections of the form. What is saved is checked section by section; the whole is checked on submission. */
export const sectionSchemas = {
  organisationIdentity,
  individualIdentity: checkedIndividual,
  profile: z.object({ text: within(3000) }),
  results: checkedResults,
  conditions: z.object({
    declarations: z
      .array(
        z.object({
          condition: line(20).describe('Of a condition or an exclusion: `A12(6)`, `A13(3)`'),
          statement: within(1000),
          documents: z.array(line(300)).max(20).optional().describe('The files that show it, by their ids'),
        }),
      )
      .max(20),
  }),
  undertaking: z.object({ truthful: z.literal(true), signedBy: line(), signedOn: z.iso.date() }),
  relations,
} as const;
export const sectionNames = Object.keys(sectionSchemas) as [SectionName, ...SectionName[]];
export type SectionName = keyof typeof sectionSchemas;

const saved = <T extends z.ZodType>(content: T) =>
  z
    .object({
      content,
      version: z.int().positive().describe('Of this section; whoever saves it next names it'),
      savedAt: z.iso.datetime(),
      savedBy: z.string(),
      savedByName: z.string(),
    })
    .optional();

/** The form as it is kept. */
export const sections = z.object({
  organisationIdentity: saved(organisationIdentity),
  individualIdentity: saved(individualIdentity),
  profile: saved(sectionSchemas.profile),
  results: saved(results),
  conditions: saved(sectionSchemas.conditions),
  undertaking: saved(sectionSchemas.undertaking),
  relations: saved(relations),
});
