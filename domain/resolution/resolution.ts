import * as z from 'zod';
import { yearOf, dateAt } from '../calendar/civil.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, CivilDate, Instant, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Meeting } from '../vote/meeting.ts';

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

/** Those that a command of the award rests on. */
const grounds: readonly ResolutionKind[] = [
  'earlierCycle',
  'cycleAmendment',
  'nominationAfterFailure',
  'newVote',
  'vacancy',
];

/** Those that a plenary meeting takes about its own ballot. */
const ofItsBallot: readonly ResolutionKind[] = ['nominationAfterFailure', 'vacancy'];

/** What a member enters. */
export const resolutionText = z.object({
  kind: z.enum(kinds),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
  adoptedOn: z.iso.date(),
  meetingId: z.string().optional().describe('The meeting that adopted it'),
  documentId: z.string().optional().describe('The signed paper; needed where a command rests on it'),
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

/** Throws `Refused` resolution.date-before unless it was adopted on the day of that moment or later. */
function refuseIfBefore(adoptedOn: CivilDate, since: Instant | undefined): void {
  if (since) refuseUnless(adoptedOn >= dateAt(since), 'resolution.date-before', { since: dateAt(since) });
}

/** What is known beside the resolution when it is recorded. */
interface Recorded {
  readonly resolutionId: string;
  /** Its number in the year. */
  readonly running: number;
  readonly paper: Document | undefined;
  readonly meeting: Pick<Meeting, 'programmeId' | 'startsAt'> | undefined;
}

/** The signed resolution: a PDF that the member brought themself, that passed its check, and that is of no other one. */
const isSigned = (paper: Document | undefined, memberId: string, programmeId: string): boolean =>
  paper?.status === 'checked' &&
  paper.kind === 'resolution' &&
  paper.format === 'application/pdf' &&
  paper.ownerId === memberId &&
  paper.programmeId === programmeId &&
  paper.kept === undefined;

/**
 * Records a resolution of the committee (A8). Only a member of the committee does: the office prepares, it does not
 * resolve. One that a command rests on has its signed paper, for a member alone is not the committee. Throws `Refused`
 * resolution.date-in-future, resolution.paper-missing, resolution.meeting-missing, resolution.date-before.
 */
export function recordResolution(
  programmeId: string,
  entered: z.infer<typeof resolutionText>,
  { resolutionId, running, paper, meeting }: Recorded,
  circumstances: Circumstances,
): Outcome<Resolution> {
  const { actor, now } = circumstances;
  requireRole(actor, 'committeeMember', programmeId);
  const { kind, adoptedOn, documentId, meetingId } = entered;
  refuseUnless(adoptedOn <= dateAt(now), 'resolution.date-in-future');
  if (grounds.includes(kind) || documentId !== undefined)
    refuseUnless(isSigned(paper, actor.personId, programmeId), 'resolution.paper-missing');
  if (ofItsBallot.includes(kind) || meetingId !== undefined) {
    refuseUnless(meeting?.programmeId === programmeId, 'resolution.meeting-missing');
    refuseIfBefore(adoptedOn, meeting.startsAt);
  }
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

/** What rests on a resolution. */
export interface Rested {
  readonly kind: ResolutionKind;
  readonly programmeId: string;
  /** The moment at which there was something to resolve on. */
  readonly since: Instant | undefined;
}

/**
 * Rests something on a resolution. Throws `Refused` resolution.does-not-say-so for one of another kind or programme,
 * resolution.date-before for one from before what it is about, resolution.own for one that the actor recorded: nobody
 * makes the ground of their own act.
 */
export function restOn(
  of: Resolution,
  { kind, programmeId, since }: Rested,
  { actor }: Circumstances,
): z.infer<typeof resolutionPin> {
  const { resolutionId, number, adoptedOn } = of;
  refuseUnless(of.programmeId === programmeId && of.kind === kind, 'resolution.does-not-say-so', { number, kind });
  refuseIfBefore(adoptedOn, since);
  refuseUnless(of.recordedBy !== actor.personId, 'resolution.own', { number });
  return { resolutionId, number, adoptedOn };
}
