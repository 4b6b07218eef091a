import * as z from 'zod';
import { revocationStages } from '../lifecycle.ts';
import { recordHead } from '../record.ts';

/** The four grounds of a revocation (A27). */
export const grounds = ['fraud', 'crimeOrMisconduct', 'accident', 'contraryToPurpose'] as const;

/** What has to be brought back and made known after the government revoked (A27). */
export const recoveryTasks = [
  'plaque',
  'certificate',
  'bonus',
  'publicAnnouncement',
  'creditPlatform',
  'supervisionPlatform',
] as const;

const note = z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() });

/** A revocation case: investigation, hearing, committee, government, recovery; no step can be skipped (A27). */
export const revocation = z.object({
  ...recordHead,
  revocationId: z.string(),
  certificateNumber: z.string(),
  applicationId: z.string(),
  /** The winner concerned, who may be heard. */
  ownerId: z.string(),
  winnerName: z.string(),
  stage: z.enum(revocationStages),
  stageEnteredAt: z.iso.datetime(),
  duty: z.object({ party: z.string(), dueOn: z.iso.date(), reminded: z.array(z.string()) }).optional(),
  ground: z.enum(grounds),
  facts: z.string(),
  hearing: z
    .object({ notice: z.string(), noticeAt: z.iso.datetime(), endsAt: z.iso.datetime(), statements: z.array(note) })
    .optional(),
  committeeDecision: note.extend({ number: z.string(), revoke: z.boolean() }).optional(),
  governmentDecision: z
    .object({ number: z.string(), date: z.iso.date(), documentId: z.string(), revoke: z.boolean(), by: z.string() })
    .optional(),
  recovered: z.array(
    z.object({ task: z.enum(recoveryTasks), reference: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
});
export type Revocation = z.infer<typeof revocation>;
