import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Document } from '../document/document.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import { undecided } from '../ranking/candidates.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Submission } from './submission.ts';
import { submittedOn } from './submission.ts';

/** The municipal decision as the registrar enters it. */
export interface GovernmentDecision {
  readonly number: string;
  readonly date: string;
  readonly approved: readonly string[];
  /** Why an application was not approved, by its id. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What is known beside the decision itself. */
interface DecisionFacts {
  readonly document: Document | undefined;
  readonly listId: string;
  /** Certificates given out for the award year already: numbers go on from there. */
  readonly given: readonly string[];
  /** Earlier decisions of the cycle; a list that was just saved may still be being applied. */
  readonly earlier: readonly CycleList[];
  /** What the office submitted in this cycle. */
  readonly submissions: readonly Submission[];
  /** Of the programme's certificates. */
  readonly prefix: string;
}

/** The number after the highest that was given, whatever the award: `KM2027-ZL-Z03` leads to 4. */
const nextRunning = (given: readonly string[]) =>
  1 + Math.max(0, ...given.map((number) => Number(/(\d+)$/.exec(number)?.[1] ?? 0)));

const two = (n: number) => String(n).padStart(2, '0');

/** `KM2027-ZL-Z03`: the programme's prefix, award year, 质量奖 (ZL) or 提名奖 (TM), organisation (Z) or individual (G), running number. */
const certificateNumber = (prefix: string, cycle: Cycle, application: Application, running: number) =>
  `${prefix}${cycle.year}-${application.awarding?.award === 'qualityAward' ? 'ZL' : 'TM'}-${application.kind === 'organisation' ? 'Z' : 'G'}${two(running)}`;

/** The signed decision: a PDF that the registrar brought themself, and that passed its check. */
export function signedDecision(document: Document | undefined, registrarId: string, programmeId: string): Document {
  const isIt =
    document?.status === 'checked' &&
    document.kind === 'governmentDecision' &&
    document.format === 'application/pdf' &&
    document.ownerId === registrarId &&
    document.programmeId === programmeId;
  if (!isIt) throw new Refused('approval.document-missing');
  return document;
}

/**
 * What the government can have decided on at that date: what had been submitted to it by then. Throws `Refused`
 * approval.not-submitted, approval.date-before-submission (A22).
 */
function beforeTheGovernment(
  awaiting: readonly Application[],
  { approved, date }: GovernmentDecision,
  submissions: readonly Submission[],
): Application[] {
  const days = submittedOn(submissions);
  const among = (some: readonly Application[]) =>
    some.length > 0 && approved.every((id) => some.some((a) => a.applicationId === id));
  const submitted = awaiting.filter((a) => days.has(a.applicationId));
  const others = awaiting.filter((a) => !submitted.includes(a));
  refuseUnless(among(submitted), 'approval.not-submitted', { applications: others.map(nameOf) });
  const dayOf = (a: Application) => days.get(a.applicationId) ?? '';
  const inTime = submitted.filter((a) => dayOf(a) <= date);
  const last = submitted.map(dayOf).sort().at(-1);
  refuseUnless(among(inTime), 'approval.date-before-submission', { submittedOn: last });
  return inTime;
}

/**
 * Enters the municipal decision on everything that was submitted, awaits it and is not suspended: the only path to an
 * award (A22). Only the government registrar may; the office, the committee and administrators are refused. It is not
 * dated before the submission. Each that is not approved has its reason.
 */
export function recordGovernmentDecision(
  cycle: Cycle,
  inStage: readonly Application[],
  decision: GovernmentDecision,
  { document, listId, given, earlier, submissions, prefix }: DecisionFacts,
  circumstances: Circumstances,
): { outcome: Outcome<CycleList>; signed: Document } {
  const { actor } = circumstances;
  requireRole(actor, 'registrar', cycle.programmeId);
  const undecidedOn = undecided({ inStage, earlier });
  refuseUnless(undecidedOn.length > 0, 'approval.nothing-to-decide');
  refuseUnless(decision.date <= dateAt(circumstances.now), 'approval.date-in-future');
  const signed = signedDecision(document, actor.personId, cycle.programmeId);
  const unknown = decision.approved.filter((id) => !undecidedOn.some((a) => a.applicationId === id));
  refuseUnless(unknown.length === 0, 'approval.wrong-candidates', { applications: unknown });
  const awaiting = beforeTheGovernment(undecidedOn, decision, submissions);

  const silent = awaiting.filter(
    (a) => !decision.approved.includes(a.applicationId) && !decision.reasons[a.applicationId],
  );
  refuseUnless(silent.length === 0, 'approval.reason-missing', { applications: silent.map(nameOf) });

  let running = nextRunning(given);
  const entries = awaiting.map((a): ListEntry => {
    const { applicationId } = a;
    if (!decision.approved.includes(applicationId))
      return { applicationId, outcome: 'out', reason: decision.reasons[applicationId] ?? '' };
    running += 1;
    return {
      applicationId,
      outcome: 'in',
      reason: `市政府审定:${decision.number}`,
      award: a.awarding?.award,
      certificateNumber: certificateNumber(prefix, cycle, a, running - 1),
    };
  });
  const { number, date } = decision;
  const outcome = decided<CycleList>(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      listId,
      cycleId: cycle.cycleId,
      kind: 'governmentDecision',
      at: circumstances.now,
      by: circumstances.actor.personId,
      entries,
      facts: { decision: { number, date, documentId: signed.documentId } },
    },
    {
      type: 'listFixed',
      detail: {
        kind: 'governmentDecision',
        listId,
        number,
        approved: awaiting.filter((a) => decision.approved.includes(a.applicationId)).map(nameOf),
      },
    },
  );
  return { outcome, signed };
}
