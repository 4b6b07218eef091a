import { systemActor } from '#domain/actor';
import { removalsOf } from '#domain/public-notice/removal';
import { Refused } from '#domain/refused';
import { endBannedCase } from '#domain/revocation/end-banned-case';
import { strikeNow } from '#domain/vote/strike-now';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;
const circumstancesOf = (deps: Deps) => ({ actor: systemActor, now: deps.now() });

/** Does it, and looks again when somebody saved the record meanwhile. */
async function lookingAgain(act: () => Promise<unknown>, left = manyTimes): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await lookingAgain(act, left - 1);
  }
}

/** Whoever was just banned leaves the cycles in which they have a case under way (A27). What has ended is passed over. */
export async function endBannedCases(banId: string, deps: Deps): Promise<void> {
  const ban = await deps.bans.get(banId);
  for (const { cycleId, status } of await deps.cycles.others(ban.programmeId)) {
    const applicationId = status === 'draft' ? undefined : await deps.applications.seatOf(cycleId, ban.identifier);
    if (!applicationId) continue;
    await lookingAgain(async () => {
      const outcome = endBannedCase(await deps.applications.get(applicationId), ban, circumstancesOf(deps));
      if (outcome) await deps.applications.save(outcome);
    });
  }
}

/** An ended case leaves the ballots that are open and the notices that run, each on record; a repeat changes nothing. */
export async function leaveBallotsAndNotices(applicationId: string, deps: Deps): Promise<void> {
  const application = await deps.applications.get(applicationId);
  const { reason = '' } = application.ended ?? {};
  for await (const { meetingId } of deps.meetings.allOfCycle(application.cycleId))
    await lookingAgain(async () => {
      const struck = { applicationId, because: 'left' as const, reason };
      const outcome = strikeNow(await deps.meetings.get(meetingId), struck, circumstancesOf(deps));
      if (outcome) await deps.meetings.save(outcome);
    });
  for (const removal of removalsOf(application, circumstancesOf(deps)))
    if (!(await deps.noticeRemovals.find(removal.next.removalId))) await deps.noticeRemovals.save(removal);
}
