import { isConflicted } from '#domain/conflict/conflict';
import type { Meeting } from '#domain/vote/meeting';
import type { OnRecord } from '#domain/vote/recuse';
import { recusedOnRecord } from '#domain/vote/recuse';
import type { Deps } from '#functions/runtime/deps';

/** The meeting as it is now, with every member recused whose conflict is on record by now, whoever asks. */
export async function currentMeeting(of: Meeting, deps: Deps): Promise<OnRecord> {
  // A winner from before this system has no cycle here, and no application (A30).
  if (of.cycleId === '') return { meeting: of, events: [], late: [] };
  const applications = await deps.applications.whereabouts(of.candidates.map((c) => c.applicationId));
  const about = new Map(applications.map((a) => [a.applicationId, a]));
  const isClosed = (personId: string, applicationId: string) => isConflicted(about.get(applicationId) ?? {}, personId);
  return recusedOnRecord(of, isClosed, deps.now());
}
