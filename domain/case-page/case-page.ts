import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { recordHead } from '../record.ts';
import { plainLine, plainText } from './plain-text.ts';

/** On its way to the public: the winner writes, the office consents or returns, the winner publishes. */
export const casePageStatuses = ['submitted', 'returned', 'consented', 'published', 'withdrawn'] as const;

const note = z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() });

/** A winner's experience as a public case page (A26). */
export const casePage = z.object({
  ...recordHead,
  casePageId: z.string(),
  certificateNumber: z.string(),
  applicationId: z.string(),
  ownerId: z.string(),
  winnerName: z.string(),
  title: z.string(),
  text: z.string(),
  status: z.enum(casePageStatuses),
  submittedAt: z.iso.datetime(),
  consentedAt: z.iso.datetime().optional(),
  returned: note.optional(),
  publishedAt: z.iso.datetime().optional(),
  withdrawn: note.optional(),
});
export type CasePage = z.infer<typeof casePage>;

/** What the winner writes: plain text, whatever was pasted. */
export const newCasePage = z.object({
  title: z.string().max(400).transform(plainLine).pipe(z.string().min(1).max(100)),
  text: z.string().max(60_000).transform(plainText).pipe(z.string().min(1).max(20_000)),
});

/** What the winner, the office and auditors see. */
export const casePageView = casePage
  .omit({ version: true, chain: true, ownerId: true, applicationId: true })
  .extend({ returned: note.omit({ by: true }).optional(), withdrawn: note.omit({ by: true }).optional() });

/** What everybody sees of a published page. */
export const publicCasePage = casePage.pick({
  casePageId: true,
  certificateNumber: true,
  winnerName: true,
  title: true,
  text: true,
  publishedAt: true,
});

/** Whether everybody may see it now: published, and the award stands at this moment (A27). */
export const isPublic = (of: CasePage, winner: Pick<Winner, 'status'>): boolean =>
  of.status === 'published' && winner.status === 'standing';
