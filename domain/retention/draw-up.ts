import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { startOf } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { CivilDate, Circumstances, Instant, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import type { Appraisal, AppraisalEntry } from './appraisal.ts';
import type { Ties } from './kept-until.ts';
import { keptBecause, keptUntil, lockFor, retainUntil } from './kept-until.ts';

/** A list is a record, and a record has its limit: a large cycle has several. */
export const entriesPerList = 500;

/** Whether the cycle is over and so is its retention (A29). */
export const isDue = (cycle: Cycle, today: CivilDate): boolean =>
  cycle.completedAt !== undefined && today >= retainUntil(cycle);

/** The application as an entry, or undefined when there is nothing of it to dispose of. */
export function entryOf(of: Application, cycle: Cycle, ties: Ties, today: CivilDate): AppraisalEntry | undefined {
  if (!of.receipt || of.disposed) return undefined;
  const { applicationId, code } = of;
  const about = { filed: 'application' as const, recordId: applicationId, applicationId, code, name: nameOf(of) };
  return { ...about, ...keeping(retainUntil(cycle), ties, today) };
}

const keeping = (base: CivilDate, ties: Ties, today: CivilDate) => {
  const kept = keptBecause(base, ties, today);
  return { keptUntil: lockFor(base, ties).until, ...(kept && { kept }) };
};

/**
 * The papers of the cycle as a whole as one entry, or undefined when they are gone. While a case of one of its winners
 * is open they are kept: the minutes and the objections may be needed.
 */
export function cyclePapersEntry(cycle: Cycle, openCase: boolean, today: CivilDate): AppraisalEntry | undefined {
  if (cycle.papersDisposed) return undefined;
  const about = { filed: 'cyclePapers' as const, recordId: cycle.cycleId, name: `${cycle.title}:会议、报审、异议材料` };
  return { ...about, ...keeping(retainUntil(cycle), { openCase, ban: undefined }, today) };
}

/** What came after an award, and when the last of it was filed. */
export interface AfterAward {
  readonly filed: 'annualReport' | 'inspection' | 'revocation';
  readonly recordId: string;
  readonly applicationId: string;
  readonly winnerName: string;
  readonly closedAt: Instant;
}

/** It as an entry, or undefined while its own retention runs: that begins on 1 January after the last of it (D13). */
export function afterAwardEntry(
  { filed, recordId, applicationId, winnerName, closedAt }: AfterAward,
  rules: Pick<Rules, 'retentionYears'>,
  ties: Ties,
  today: CivilDate,
): AppraisalEntry | undefined {
  const base = keptUntil(closedAt, rules);
  if (today < base) return undefined;
  const about = { filed, recordId, ...(applicationId && { applicationId }), name: winnerName };
  return { ...about, ...keeping(base, ties, today) };
}

/** Whether something that began in that year can have its retention behind it, whenever it ended. */
export const isOldEnough = (year: number, rules: Pick<Rules, 'retentionYears'>, today: CivilDate): boolean =>
  today >= keptUntil(startOf(`${year}-01-01`), rules);

/** When the last of an inspection was written. */
export const lastOfInspection = ({ plan, worksheets, outcome, rounds }: Inspection): Instant =>
  [
    plan.at,
    ...Object.values(worksheets).map((w) => w.at),
    ...(outcome ? [outcome.at] : []),
    ...rounds.flatMap((r) => [r.handedIn?.at ?? [], r.reInspection?.at ?? []].flat()),
  ]
    .sort()
    .at(-1) ?? plan.at;

/**
 * The lists of a cycle for a year, or of what came after the awards of a programme: the same every time, so that drawing
 * them up twice is drawing them up once (D13).
 */
export function drawUp(
  { programmeId, cycleId, title }: Pick<Cycle, 'programmeId' | 'cycleId' | 'title'>,
  year: number,
  entries: readonly AppraisalEntry[],
  circumstances: Circumstances,
): Outcome<Appraisal>[] {
  const lists = Math.ceil(entries.length / entriesPerList);
  return Array.from({ length: lists }, (_, i) => {
    const own = entries.slice(i * entriesPerList, (i + 1) * entriesPerList);
    const appraisalId = `apr_${cycleId || programmeId}_${year}_${i + 1}`;
    const drawn = { cycleId, year, entries: own.length, offered: own.filter((e) => !e.kept).length };
    return decided<Appraisal>(
      circumstances,
      {
        ...newHead(programmeId),
        ...{ appraisalId, cycleId, cycleTitle: title, year, drawnAt: circumstances.now },
        ...{ entries: own, status: 'drawn' },
      },
      { type: 'appraisalDrawnUp', detail: drawn },
    );
  });
}
