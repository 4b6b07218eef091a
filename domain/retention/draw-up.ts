import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import type { Appraisal, AppraisalEntry } from './appraisal.ts';
import type { Ties } from './kept-until.ts';
import { keptBecause, lockFor, retainUntil } from './kept-until.ts';

/** A list is a record, and a record has its limit: a large cycle has several. */
export const entriesPerList = 500;

/** Whether the cycle is over and so is its retention (A29). */
export const isDue = (cycle: Cycle, today: CivilDate): boolean =>
  cycle.completedAt !== undefined && today >= retainUntil(cycle);

/** The application as an entry, or undefined when there is nothing of it to dispose of. */
export function entryOf(of: Application, cycle: Cycle, ties: Ties, today: CivilDate): AppraisalEntry | undefined {
  if (!of.receipt || of.disposed) return undefined;
  const { applicationId, code } = of;
  const kept = keptBecause(cycle, ties, today);
  return { applicationId, code, name: nameOf(of), keptUntil: lockFor(cycle, ties).until, ...(kept && { kept }) };
}

/** The lists of a cycle for a year: the same every time, so that drawing them up twice is drawing them up once (D13). */
export function drawUp(
  { programmeId, cycleId, title }: Cycle,
  year: number,
  entries: readonly AppraisalEntry[],
  circumstances: Circumstances,
): Outcome<Appraisal>[] {
  const lists = Math.ceil(entries.length / entriesPerList);
  return Array.from({ length: lists }, (_, i) => {
    const own = entries.slice(i * entriesPerList, (i + 1) * entriesPerList);
    const appraisalId = `apr_${cycleId}_${year}_${i + 1}`;
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
