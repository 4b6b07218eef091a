import * as z from 'zod';
import { awards } from '../approval/awarding.ts';
import { filedPaper } from '../paper/filed-paper.ts';
import { recordHead } from '../record.ts';
import { choices, question, round, tally } from './round.ts';

/** What the vote came to for one application: the count is kept, the ballots name nobody. */
export const count = tally.omit({ key: true, notCast: true }).extend({
  notCast: z.int().optional().describe('Present at the closing and did not vote: in the base, no assent'),
  passed: z.boolean(),
  outcome: z.enum(['in', 'out']),
  reason: z.string(),
});
export type Count = z.infer<typeof count>;

export const candidate = z.object({
  applicationId: z.string(),
  name: z.string(),
  kind: z.enum(['organisation', 'individual']),
  award: z.enum(awards).describe('The award the office proposes'),
  compositeMilli: z.int(),
});
export type Candidate = z.infer<typeof candidate>;

/** Those who are equal by votes and score at the edge of the quota: between them a run-off decides (D5). */
export const tie = z.object({ award: z.enum(awards), places: z.int(), applicationIds: z.array(z.string()) });
export type Tie = z.infer<typeof tie>;

/** A resolution of the committee that a command rests on. */
export const resolved = z.object({ resolutionId: z.string(), number: z.string() });

/** The plenary meeting of the committee: attendance, recusals, ballots, count, minutes (A21). */
export const meeting = z.object({
  ...recordHead,
  meetingId: z.string(),
  cycleId: z.string().describe('Empty when it is about an award from before this system'),
  revocationId: z.string().optional().describe('When the committee decides on a revocation and not on awards (A27)'),
  ordinal: z.int().positive().describe('The first, second, … meeting of the cycle, or on the revocation'),
  title: z.string(),
  startsAt: z.iso.datetime(),
  place: z.string(),
  agenda: z.array(z.string()),
  status: z.enum(['convened', 'open', 'halted', 'tied', 'closed', 'cancelled']),
  members: z.array(z.string()).describe('All members of the committee when the meeting was convened'),
  names: z.record(z.string(), z.string()).describe('Their names, by id'),
  chairId: z.string().describe('Who presides'),
  candidates: z.array(candidate),
  /** When each came and went; who is present has come and not gone. */
  attendance: z.array(
    z.object({ personId: z.string(), arrivedAt: z.iso.datetime(), leftAt: z.iso.datetime().optional() }),
  ),
  recusals: z.array(
    z.object({
      personId: z.string(),
      applicationId: z.string(),
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** Candidates that are not voted on after all, and why. */
  struck: z.array(
    z.object({
      applicationId: z.string(),
      because: z.enum(['left', 'suspended', 'noQuorum']),
      reason: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** That who fails for the Quality Award is voted on for the Nomination Award: only if resolved before the ballot. */
  nominationAfterFailure: resolved.optional(),
  ballot: z
    .object({
      round: z.int().positive(),
      kind: z.enum(['main', 'runOff']),
      questions: z.array(question),
      openedAt: z.iso.datetime(),
      /** The roll: who has voted, in no order that means anything. What was voted is not here. */
      voted: z.array(z.string()),
      /** Only where the cycle's setting is an open ballot (D4). */
      named: z.array(z.object({ personId: z.string(), choices: z.record(z.string(), z.enum(choices)) })).optional(),
    })
    .optional(),
  rounds: z.array(round).describe('The ballots that are over: counted, or void'),
  ties: z.array(tie).optional().describe('Unresolved: before they are, there is no list'),
  vacancies: z.array(tie.extend(resolved.shape)).describe('Places the committee resolved to leave empty (A4)'),
  counts: z.array(count).optional().describe('Known to nobody before the last ballot is closed'),
  minutes: z.string().optional(),
  papers: z.array(filedPaper).describe('The minutes as printed'),
  cancelled: z.object({ reason: z.string(), at: z.iso.datetime() }).optional(),
});
export type Meeting = z.infer<typeof meeting>;
