import * as z from 'zod';
import { recordHead } from '../record.ts';
import { appraisedClasses } from './folders.ts';

/** Why something on the list is kept for all that. */
export const keptReasons = ['retention', 'openCase', 'ban', 'appraisal', 'locked'] as const;

const entry = z.object({
  filed: z
    .enum(appraisedClasses)
    .describe('What of: an application, the papers of the cycle, or what came after an award'),
  recordId: z.string().describe('Of the application, cycle, report, inspection or revocation'),
  applicationId: z.string().optional().describe('Whoever has a conflict with it does not see the entry'),
  code: z.string().optional(),
  name: z.string(),
  keptUntil: z.iso.date(),
  kept: z.enum(keptReasons).optional().describe('Is not disposed of: an open case, a ban, or the appraisal itself'),
  disposed: z.object({ files: z.int(), at: z.iso.datetime() }).optional(),
});

const signature = z.object({ personId: z.string(), name: z.string(), at: z.iso.datetime() });

/** Files whose retention is over, offered for appraisal once a year; nothing goes without two people's approval (D13). */
export const appraisal = z.object({
  ...recordHead,
  appraisalId: z.string(),
  cycleId: z.string().describe('Empty for what came after the awards'),
  cycleTitle: z.string(),
  year: z.int(),
  drawnAt: z.iso.datetime(),
  entries: z.array(entry),
  status: z.enum(['drawn', 'proposed', 'approved', 'disposed']),
  proposal: signature.extend({ reason: z.string() }).optional(),
  approval: signature.optional(),
  declined: signature.extend({ reason: z.string() }).optional().describe('The last proposal that was not approved'),
  record: z
    .object({ key: z.string(), sha256: z.string(), files: z.int(), at: z.iso.datetime() })
    .optional()
    .describe('The disposal record: every file by its key, version and hash; kept for ever'),
});
export type Appraisal = z.infer<typeof appraisal>;
export type AppraisalEntry = z.infer<typeof entry>;

/** What office and auditors see of it. */
export const appraisalView = appraisal.omit({ version: true, chain: true });
export const appraisalSummary = appraisalView
  .omit({ entries: true })
  .extend({ offered: z.int().describe('Entries that nothing keeps') });

/** As a line of a list. */
export const summaryOf = (of: Appraisal) => ({ ...of, offered: of.entries.filter((e) => !e.kept).length });
