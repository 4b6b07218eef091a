import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Document } from '../document/document.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { isSuspended } from '../suspension/is-suspended.ts';

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
  readonly enrolled: number;
  /** Of the programme's certificates. */
  readonly prefix: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** `KM2027-ZL-Z03`: the programme's prefix, award year, 质量奖 (ZL) or 提名奖 (TM), organisation (Z) or individual (G), running number. */
const certificateNumber = (prefix: string, cycle: Cycle, application: Application, running: number) =>
  `${prefix}${cycle.year}-${application.awarding?.award === 'qualityAward' ? 'ZL' : 'TM'}-${application.kind === 'organisation' ? 'Z' : 'G'}${two(running)}`;

/**
 * Enters the municipal decision on everything that awaits it and is not suspended: the only path to an award (A22). Only the government
 * registrar may; the office, the committee and administrators are refused.
 */
export function recordGovernmentDecision(
  cycle: Cycle,
  inStage: readonly Application[],
  decision: GovernmentDecision,
  { document, listId, enrolled, prefix }: DecisionFacts,
  circumstances: Circumstances,
): Outcome<CycleList> {
  requireRole(circumstances.actor, 'registrar', cycle.programmeId);
  const awaiting = inStage.filter((a) => !isSuspended(a));
  refuseUnless(awaiting.length > 0, 'approval.nothing-to-decide');
  refuseUnless(decision.date <= dateAt(circumstances.now), 'approval.date-in-future');
  const signed = document?.status === 'checked' && document.kind === 'governmentDecision' ? document : undefined;
  if (!signed || signed.format !== 'application/pdf') throw new Refused('approval.document-missing');
  const unknown = decision.approved.filter((id) => !awaiting.some((a) => a.applicationId === id));
  refuseUnless(unknown.length === 0, 'approval.wrong-candidates', { applications: unknown });

  let running = enrolled;
  const entries = awaiting.map((a): ListEntry => {
    const { applicationId } = a;
    if (!decision.approved.includes(applicationId))
      return { applicationId, outcome: 'out', reason: decision.reasons[applicationId] ?? '市政府未批准' };
    running += 1;
    const reason = `市政府审定:${decision.number}`;
    return {
      applicationId,
      outcome: 'in',
      reason,
      award: a.awarding?.award,
      certificateNumber: certificateNumber(prefix, cycle, a, running),
    };
  });
  const { number, date } = decision;
  return decided(
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
}
