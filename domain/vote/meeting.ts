import * as z from 'zod';
import { awards } from '../approval/awarding.ts';
import { recordHead } from '../record.ts';

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** What a ballot count came to for one application; the count is kept, the ballots name nobody. */
export const count = z.object({
  applicationId: z.string(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  /** Members present and not recused for this applicant: the base of the majority (D4). */
  base: z.int(),
  passed: z.boolean(),
  outcome: z.enum(['in', 'out']),
  reason: z.string(),
});
export type Count = z.infer<typeof count>;

/** The plenary meeting of the committee: attendance, recusals, secret ballot, count, minutes (A21). */
export const meeting = z.object({
  ...recordHead,
  meetingId: z.string(),
  cycleId: z.string(),
  title: z.string(),
  status: z.enum(['convened', 'open', 'closed']),
  members: z.array(z.string()).describe('All members of the committee when the meeting was convened'),
  candidates: z.array(
    z.object({
      applicationId: z.string(),
      name: z.string(),
      kind: z.enum(['organisation', 'individual']),
      award: z.enum(awards),
      compositeMilli: z.int(),
    }),
  ),
  present: z.array(z.string()),
  recusals: z.array(z.object({ personId: z.string(), applicationId: z.string(), reason: z.string() })),
  /** The roll: who has voted, in no order that means anything. What was voted is not here. */
  voted: z.array(z.string()),
  counts: z.array(count).optional().describe('Known to nobody before the ballot is closed'),
  minutes: z.string().optional(),
});
export type Meeting = z.infer<typeof meeting>;
