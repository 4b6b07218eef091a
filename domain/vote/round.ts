import * as z from 'zod';
import { awards } from '../approval/awarding.ts';

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** What is asked of each member: shall this application get this award? */
export const question = z.object({
  key: z.string().describe('The application; for a second award `<application>:nominationAward`'),
  applicationId: z.string(),
  award: z.enum(awards),
});
export type Question = z.infer<typeof question>;

/** The answers to one question, added up. */
export const tally = question.extend({
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  notCast: z.int().describe('Present at the closing and did not vote: in the base, no assent'),
  /** Members present and not recused for this applicant: the base of the majority (D4). */
  base: z.int(),
});
export type Tally = z.infer<typeof tally>;

/** A ballot that is over. A void one was never counted. */
export const round = z.object({
  round: z.int().positive(),
  kind: z.enum(['main', 'runOff']),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  ballots: z.int().describe('Sheets cast'),
  void: z.string().optional().describe('Why it was declared void'),
  tallies: z.array(tally),
  named: z.array(z.object({ personId: z.string(), choices: z.record(z.string(), z.enum(choices)) })).optional(),
});
export type Round = z.infer<typeof round>;

/** How often each choice was made, by question. */
export type Box = Readonly<Record<string, Readonly<Record<Choice, number>>>>;

/** A box before the first sheet. */
export const emptyBox = (questions: readonly Question[]): Box =>
  Object.fromEntries(questions.map(({ key }) => [key, { yes: 0, no: 0, abstain: 0 }]));

/** The box with one more sheet in it: numbers go up, and nothing else is left of the sheet. */
export const withSheet = (box: Box, sheet: Readonly<Record<string, Choice>>): Box =>
  Object.fromEntries(
    Object.entries(box).map(([key, counted]) => {
      const choice = sheet[key];
      return [key, choice ? { ...counted, [choice]: counted[choice] + 1 } : counted];
    }),
  );
