import * as z from 'zod';

export const awards = ['qualityAward', 'nominationAward'] as const;
export type Award = (typeof awards)[number];

/** What the vote and then the government decided on an application (A21, A22). */
export const awarding = z.object({
  award: z.enum(awards),
  meetingId: z.string(),
  votedAt: z.iso.datetime(),
  decision: z.object({ number: z.string(), date: z.iso.date(), documentId: z.string() }).optional(),
  certificateNumber: z.string().optional(),
});
