import * as z from 'zod';
import { awards } from '../approval/awarding.ts';
import { revocationStages } from '../lifecycle.ts';
import { recordHead } from '../record.ts';
import { disposalMark } from '../retention/disposal-mark.ts';
import { grounds } from './grounds.ts';
import { recovery } from './recovery-task.ts';

const note = z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() });

/** A file of the case as it lies in the records (A29). */
export const keptFile = z.object({
  documentId: z.string(),
  sha256: z.string(),
  recordsKey: z.string(),
  versionId: z.string().optional(),
});
export type KeptFile = z.infer<typeof keptFile>;

/** How the right to be heard was used: a hearing was held, statements came, it was waived, or its period ran out. */
export const hearingOutcomes = ['heard', 'stated', 'waived', 'lapsed'] as const;

const hearing = z.object({
  notice: z.string(),
  noticeAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  statements: z.array(note),
  request: note.optional().describe('The winner asks for a hearing'),
  waiver: note.optional().describe('The winner gives up the right to be heard'),
  record: note
    .extend({ heldAt: z.iso.datetime(), place: z.string(), attendees: z.array(z.string()) })
    .optional()
    .describe('Of the hearing that was held; its text is the record that was read and signed there'),
  outcome: z.enum(hearingOutcomes).optional().describe('Known once the hearing is closed'),
});

/** A revocation case: investigation, hearing, committee, government, recovery; no step can be skipped (A27). */
export const revocation = z.object({
  ...recordHead,
  revocationId: z.string(),
  certificateNumber: z.string(),
  /** Empty for an award from before this system (A30). */
  applicationId: z.string(),
  /** The winner concerned, who may be heard. */
  ownerId: z.string(),
  winnerName: z.string(),
  award: z.enum(awards),
  awardYear: z.int(),
  stage: z.enum(revocationStages),
  stageEnteredAt: z.iso.datetime(),
  duty: z.object({ party: z.string(), dueOn: z.iso.date(), reminded: z.array(z.string()) }).optional(),
  ground: z.enum(grounds),
  facts: z.string(),
  investigation: note.optional().describe('What was found, and by whom'),
  kept: z.array(keptFile).describe('The investigation file as kept in the records'),
  hearing: hearing.optional(),
  meetingId: z.string().optional().describe('Where the committee decides, or decided'),
  committeeDecision: z
    .object({ meetingId: z.string(), revoke: z.boolean(), reason: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional(),
  governmentDecision: z
    .object({
      number: z.string(),
      date: z.iso.date(),
      documentId: z.string(),
      revoke: z.boolean(),
      reason: z.string().optional().describe('Why the government did not revoke'),
      by: z.string(),
    })
    .optional(),
  bannedUntil: z.iso.date().optional().describe('The last day of the ban'),
  tasks: z.array(recovery),
  announcement: note.extend({ title: z.string() }).optional().describe('Published to everybody (A27)'),
  dropped: note.optional(),
  disposed: disposalMark.optional().describe('Its files are gone, their retention over (D13)'),
});
export type Revocation = z.infer<typeof revocation>;
