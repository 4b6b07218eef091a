import * as z from 'zod';
import { conflict } from '../conflict/conflict.ts';
import { consultation } from '../consultation/letter.ts';
import { defence } from '../defence/defence.ts';
import { correctionItem } from '../eligibility/correction-item.ts';
import { eligibility, recordedFinding } from '../eligibility/findings.ts';
import { stages } from '../lifecycle.ts';
import { onSite } from '../on-site/on-site.ts';
import { objectionMark } from '../objection/mark.ts';
import { noticeMark } from '../public-notice/notice.ts';
import { listedAward, shortlisting } from '../ranking/listing.ts';
import { recommendation } from '../recommendation/opinion.ts';
import { recordHead } from '../record.ts';
import { disposalMark } from '../retention/disposal-mark.ts';
import { materialReview, panel } from '../review/panel.ts';
import { awarding } from '../approval/awarding.ts';
import { extension } from './extend.ts';
import { refusalProposal, suspension } from '../suspension/suspension.ts';
import { sections } from './form.ts';
import { member } from './members.ts';

/** A file as it lies in the records bucket, locked until the retention period ends (A29). */
const filed = z.object({
  documentId: z.string(),
  kind: z.string(),
  name: z.string(),
  format: z.string(),
  size: z.int(),
  sha256: z.string(),
  recordsKey: z.string(),
  versionId: z.string().optional(),
});
export type FiledDocument = z.infer<typeof filed>;

/** Proof of a submission: when, and exactly what. */
const receipt = z.object({
  number: z.string(),
  at: z.iso.datetime(),
  manifestSha256: z.string(),
  files: z.array(filed),
});

/** One applicant's application in one cycle, from the first draft to the award or another end. */
export const application = z.object({
  ...recordHead,
  applicationId: z.string(),
  cycleId: z.string(),
  kind: z.enum(['organisation', 'individual']),
  ownerId: z.string(),
  members: z.array(member).optional().describe('Who works on it with the owner'),
  takenFrom: z.string().optional().describe('The withdrawn application that this one was begun from'),
  extension: extension.optional().describe('More time than the cycle gives'),
  stage: z.enum(stages),
  stageEnteredAt: z.iso.datetime(),
  duty: z
    .object({ party: z.string(), dueOn: z.iso.date(), reminded: z.array(z.string()) })
    .optional()
    .describe('Who owes the next step and by which day; set when the machine opens its wait'),
  code: z.string().optional().describe('Number given on submission'),
  appliedAs: z.string().optional().describe('The identifier of the latest submission; the form may be changed since'),
  sections,
  domicileToCheck: z
    .boolean()
    .optional()
    .describe('Registered by the province or the state: the officer looks at the domicile on the licence (A12)'),
  receipt: receipt.optional().describe('Of the latest submission'),
  earlierReceipts: z
    .array(receipt.omit({ files: true }))
    .optional()
    .describe('Of the submissions before the latest'),
  pastWinner: z.boolean().optional().describe('Won in an earlier cycle; allowed, and of no effect on scores (D21)'),
  recommendation: recommendation.optional(),
  recommendedAnewSince: z.iso
    .datetime()
    .optional()
    .describe('The correction changed identifier, name or jurisdiction: the opinion is asked for from then on (A10)'),
  recommendationDuty: z
    .object({ dueOn: z.iso.date(), reminded: z.array(z.string()) })
    .optional()
    .describe('While the recommending body owes its opinion: the last day for it (D17)'),
  findings: z.array(recordedFinding).optional().describe('Of the eligibility review, while it is in progress'),
  eligibility: eligibility.optional(),
  correction: z
    .object({
      items: z.array(correctionItem),
      requestedAt: z.iso.datetime(),
      dueOn: z.iso.date(),
      endsAt: z.iso.datetime(),
    })
    .optional()
    .describe('The one round of correction (D18)'),
  consultations: z.array(consultation),
  handedIn: sections.optional().describe('The form as it was handed in, while a correction is under way'),
  notices: z.object({ EligibilityNotice: noticeMark.optional(), AwardNotice: noticeMark.optional() }),
  objections: z.array(objectionMark),
  panel: panel.optional(),
  conflicts: z.array(conflict).optional().describe('Who is partial and sees nothing of it (D26)'),
  materialReview: materialReview.optional(),
  reportToRedo: z
    .object({ since: z.iso.datetime() })
    .optional()
    .describe('A voided sheet was in the report: no stage is closed before it is done again'),
  shortlisting: shortlisting.optional(),
  defence: defence.optional(),
  onSite: onSite.optional(),
  reopenedAt: z.iso
    .datetime()
    .optional()
    .describe('Brought back to an earlier stage: lists that were fixed before this hold no longer for it'),
  listed: listedAward.optional(),
  awarding: awarding.optional(),
  /** Lists already applied to this application, so that applying one again changes nothing. */
  lists: z.array(z.string()),
  suspensions: z.array(suspension).optional().describe('By late facts; the one that is not lifted stands (D7)'),
  refusalProposal: refusalProposal.optional(),
  disposed: disposalMark.optional().describe('Its files and its form are gone, their retention over (D13)'),
  ended: z
    .object({
      stage: z.enum(stages),
      reason: z.string(),
      article: z.string(),
      at: z.iso.datetime(),
      proposedBy: z.string().optional(),
      confirmedBy: z.string().optional(),
      falseIdentity: z.literal(true).optional().describe('Refused because somebody else used the applicant’s name'),
    })
    .optional()
    .describe('Why and in which stage it ended without an award'),
});
export type Application = z.infer<typeof application>;
