import * as z from 'zod';
import { awards } from '../approval/awarding.ts';
import { recordHead } from '../record.ts';
import { progress } from './progress.ts';

/**
 * The cycle-wide decisions: each is one command, saved whole as a list, and then applied bundle by bundle by the
 * outbox's consumer; applying it again changes nothing, so a crash half-way loses nothing.
 */
export const listKinds = {
  eligibilityNotice: { stage: 'EligibilityNotice' },
  shortlist: { stage: 'MaterialReview' },
  recommendedList: { stage: 'Recommendation' },
  voteResult: { stage: 'CommitteeVote' },
  reopenedVote: { stage: 'Ended' },
  awardNotice: { stage: 'AwardNotice' },
  governmentDecision: { stage: 'GovernmentApproval' },
} as const;
export type ListKind = keyof typeof listKinds;

/** What a list says of one application. */
export const listEntry = z.object({
  applicationId: z.string(),
  outcome: z.enum(['in', 'out']),
  reason: z.string(),
  ground: z.string().optional().describe('voteResult: the reason without a count of the ballot, for the applicant'),
  defence: z.boolean().optional().describe('shortlist: on the defence list'),
  onSite: z.boolean().optional().describe('shortlist: on the on-site list'),
  departs: z.literal(true).optional().describe('shortlist: other than the setting proposed, by a reason of the office'),
  scoreMilli: z.int().optional().describe('shortlist: of the material review, thousandths of a point'),
  compositeMilli: z.int().optional().describe('recommendedList: thousandths of a point'),
  rank: z.int().positive().optional().describe('shortlist, recommendedList: by the score, among its kind on the list'),
  tied: z.boolean().optional().describe('Whether others of its kind share the rank'),
  award: z.enum(awards).optional(),
  certificateNumber: z.string().optional().describe('governmentDecision'),
});
export type ListEntry = z.infer<typeof listEntry>;

export const cycleList = z.object({
  ...recordHead,
  listId: z.string(),
  cycleId: z.string(),
  kind: z.enum(Object.keys(listKinds) as [ListKind, ...ListKind[]]),
  at: z.iso.datetime(),
  by: z.string(),
  entries: z.array(listEntry).describe('In the table they lie beside the list, in bundles'),
  progress: progress.optional().describe('Absent until it is saved'),
  /** What holds for all entries. */
  facts: z.object({
    noticeId: z.string().optional(),
    endsAt: z.iso.datetime().optional(),
    corrects: z.string().optional().describe('The notice whose place this one takes'),
    meetingId: z.string().optional(),
    letIn: z.object({ organisation: z.int(), individual: z.int() }).optional().describe('shortlist: by kind'),
    decision: z.object({ number: z.string(), date: z.iso.date(), documentId: z.string() }).optional(),
  }),
});
export type CycleList = z.infer<typeof cycleList>;
