import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { newHead, recordHead } from '../record.ts';
import { percentage } from './score.ts';

const comment = z.string().max(4000);

/** One item of a sheet; a draft may lack anything but the code. */
export const sheetItem = z.object({
  code: z.string(),
  percentage: percentage.optional(),
  strengths: comment.default(''),
  improvements: comment.default(''),
  revision: z.int().min(0).default(0).describe('Counts the saves of this item; whoever saves it next names it'),
});
export type SheetItem = z.infer<typeof sheetItem>;

/** One assessor's independent review of one application: their sheet (A17). */
export const review = z.object({
  ...recordHead,
  reviewId: z.string().describe('`<applicationId>~<id>`: the sheets of an application are one consistent query'),
  applicationId: z.string(),
  cycleId: z.string(),
  assessorId: z.string(),
  kind: z.enum(['organisation', 'individual']),
  items: z.array(sheetItem),
  round: z.int().min(1).default(1).describe('Which version of the sheet: a return by the leader opens the next'),
  status: z.enum(['draft', 'handedIn']),
  handedInAt: z.iso.datetime().optional(),
  voided: z
    .object({ at: z.iso.datetime(), because: z.enum(['conflict', 'leftPanel']) })
    .optional()
    .describe('Kept, and never counted again'),
  returned: z
    .object({ at: z.iso.datetime(), by: z.string(), reason: z.string(), nextId: z.string() })
    .optional()
    .describe('By the leader, after it was handed in: kept as it was, and the next version counts'),
});
export type Review = z.infer<typeof review>;

/**
 * The empty sheets that a panel's new members are given: saved with the panel, as records at version 1 without events
 * of their own. Whoever had a sheet before keeps it.
 */
export const emptySheets = (
  { applicationId, cycleId, programmeId, kind, panel }: Application,
  sheets: readonly Review[],
  newId: (prefix: string) => string,
): Review[] =>
  (panel?.assessorIds ?? [])
    .filter((assessorId) => !sheets.some((s) => s.assessorId === assessorId && !s.voided))
    .map((assessorId) => ({
      ...newHead(programmeId),
      version: 1,
      reviewId: `${applicationId}~${newId('rev')}`,
      applicationId,
      cycleId,
      assessorId,
      kind,
      items: [],
      round: 1,
      status: 'draft',
    }));

/** The sheets that count: those of the panel as it stands, the latest version of each, and none that was voided. */
export const sheetsOfPanel = (of: Application, sheets: readonly Review[]): Review[] =>
  sheets.filter((s) => !s.voided && !s.returned && of.panel?.assessorIds.includes(s.assessorId));
