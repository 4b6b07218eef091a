import * as z from 'zod';
import { recordHead } from '../record.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const on = z.iso.date().describe('When it was given or done');

/** What is done for a winner because it won (A23, A24). */
export const newWinnerEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('priorityRecommendation').describe('优先推荐: to a provincial or national award'),
    level: z.enum(['provincial', 'national']),
    award: line(100),
    on,
  }),
  z.object({
    kind: z.literal('supportMeasure').describe('扶持措施'),
    measure: line(500),
    giver: line(100),
    on,
  }),
  z.object({
    kind: z.literal('promotion').describe('推广: by the recommending body of its jurisdiction'),
    activity: z.enum(['exchange', 'visit', 'training', 'publicity', 'other']).describe('交流、观摩、培训、宣传、其他'),
    description: line(2000),
    on,
  }),
]);
export type NewWinnerEntry = z.infer<typeof newWinnerEntry>;

/** An entry about a winner; a wrong one is annulled and stays readable. */
export const winnerEntry = z.object({
  ...recordHead,
  entryId: z.string(),
  certificateNumber: z.string(),
  winnerName: z.string(),
  jurisdiction: z.string().optional().describe("Of the winner; its recommending body's entries are its own (A10)"),
  content: newWinnerEntry,
  by: z.enum(['office', 'recommendingBody']),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  annulled: z.object({ reason: z.string(), at: z.iso.datetime(), by: z.string() }).optional(),
});
export type WinnerEntry = z.infer<typeof winnerEntry>;

/** What those who may read an entry know of it. */
export const winnerEntryView = winnerEntry.omit({ version: true, chain: true, recordedBy: true }).extend({
  annulled: z.object({ reason: z.string(), at: z.iso.datetime() }).optional(),
});

/** A support measure as the winner's public page lists it. */
export const supportMeasureView = z.object({ measure: z.string(), giver: z.string(), on: z.iso.date() });

/** The support measures among entries, without those annulled. */
export const supportMeasuresOf = (entries: readonly WinnerEntry[]): z.infer<typeof supportMeasureView>[] =>
  entries.flatMap(({ content, annulled }) => (content.kind === 'supportMeasure' && !annulled ? [content] : []));
