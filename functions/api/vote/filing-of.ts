import { folders } from '#domain/retention/folders';
import { keptUntil, retainUntil } from '#domain/retention/kept-until';
import type { Meeting } from '#domain/vote/meeting';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

/** What a meeting's minutes are filed under, and how long they are kept. */
export async function filingOf({ meetingId, cycleId, programmeId, revocationId }: Meeting, deps: Deps) {
  if (revocationId)
    return {
      about: { title: '撤销奖励审定' },
      folder: `${folders.revocation(programmeId, revocationId)}/minutes/${meetingId}`,
      until: keptUntil(deps.now(), await pinnedRules(cycleId, deps)),
    };
  const cycle = await deps.cycles.get(cycleId);
  return { about: cycle, folder: `${folders.minutes(programmeId, cycleId)}/${meetingId}`, until: retainUntil(cycle) };
}
