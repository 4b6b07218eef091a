import * as z from 'zod';
import { yearOf, dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

/** What the committee resolves beside its ballots (A8), and the resolutions that a command of the award rests on. */
export const resolutionKinds = {
  policyOpinion: { zh: '政策意见', en: 'Policy opinion' },
  majorMatter: { zh: '重大事项决议', en: 'Resolution on a major matter' },
  countyGuidance: { zh: '对县(市)区政府质量奖的指导意见', en: 'Guidance to a county award' },
  earlierCycle: { zh: '提前评选决议', en: 'Resolution on an earlier cycle (A5)' },
  cycleAmendment: { zh: '变更评选安排决议', en: 'Resolution that changes an announced cycle' },
  nominationAfterFailure: { zh: '质量奖未通过者参加提名奖表决', en: 'Vote on the Nomination Award after failing' },
  newVote: { zh: '名额空出后重新表决决议', en: 'Resolution to vote again on a place that came free' },
  vacancy: { zh: '名额空缺决议', en: 'Resolution that places stay empty' },
} as const;
export type ResolutionKind = keyof typeof resolutionKinds;
const kinds = Object.keys(resolutionKinds) as [ResolutionKind, ...ResolutionKind[]];

/** What a member enters. */
export const resolutionText = z.object({
  kind: z.enum(kinds),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
  adoptedOn: z.iso.date(),
  meetingId: z.string().optional().describe('The meeting that adopted it'),
  documentId: z.string().optional().describe('The signed paper'),
});

/** A resolution of the committee, numbered within its year; never changed, another one replaces it. */
export const resolution = z.object({
  ...recordHead,
  resolutionId: z.string(),
  number: z.string().describe('评审委〔2027〕3号'),
  ...resolutionText.shape,
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});
export type Resolution = z.infer<typeof resolution>;

/** What its readers get. */
export const resolutionView = resolution.omit({ version: true, chain: true, programmeId: true });

/**
 * Records a resolution of the committee (A8). Only a member of the committee does: the office prepares, it does not
 * resolve. `running` is the number of the year. Throws `Refused` resolution.date-in-future.
 */
export function recordResolution(
  programmeId: string,
  resolutionId: string,
  running: number,
  entered: z.infer<typeof resolutionText>,
  circumstances: Circumstances,
): Outcome<Resolution> {
  const { actor, now } = circumstances;
  requireRole(actor, 'committeeMember', programmeId);
  refuseUnless(entered.adoptedOn <= dateAt(now), 'resolution.date-in-future');
  const number = `评审委〔${yearOf(entered.adoptedOn)}〕${running}号`;
  return decided(
    circumstances,
    {
      ...newHead(programmeId),
      ...entered,
      resolutionId,
      number,
      recordedBy: actor.personId,
      recordedAt: now,
    },
    { type: 'resolutionRecorded', detail: { number, kind: entered.kind, title: entered.title } },
  );
}

/** A resolution as a cycle names the one it rests on. */
export const resolutionPin = resolution.pick({ resolutionId: true, number: true, adoptedOn: true });

/** Rests something on a resolution. Throws `Refused` resolution.does-not-say-so for one of another kind or programme. */
export function restOn(of: Resolution, kind: ResolutionKind, programmeId: string): z.infer<typeof resolutionPin> {
  const { resolutionId, number, adoptedOn } = of;
  refuseUnless(of.programmeId === programmeId && of.kind === kind, 'resolution.does-not-say-so', { number, kind });
  return { resolutionId, number, adoptedOn };
}
