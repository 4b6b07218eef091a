import { systemActor } from '#domain/actor';
import { dateAt } from '#domain/calendar/civil';
import { concernsStaff, mostLines, staffDigest } from '#domain/post-award/digest';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

/**
 * Tells a programme's office what it owes and what is overdue: one digest a day, read off the duties as they stand, so
 * that nothing depends on how often or how far the sweep before it ran.
 */
export async function tellStaff(programmeId: string, deps: Deps): Promise<void> {
  const now = deps.now();
  const today = dateAt(now);
  const open = await deps.duties.soonest(programmeId, 'open', mostLines + 1);
  const awaiting = await deps.duties.soonest(programmeId, 'handedIn', mostLines + 1);
  const concerning = [...awaiting, ...open.filter((duty) => concernsStaff(duty, today))];
  const outcome = staffDigest(programmeId, concerning, { actor: systemActor, now });
  try {
    if (outcome) await deps.digests.save(outcome);
  } catch (error) {
    // Told already today: the mark stays for tomorrow's.
    if (error instanceof Refused && error.code === 'record.exists') return;
    throw error;
  }
  await deps.due.unmark({ dueOn: today, type: 'staffDigest', recordId: programmeId });
}
