import type { Application } from '#domain/application/application';
import type { SubmissionFacts } from '#domain/approval/submission-paper';
import type { Cycle } from '#domain/cycle/cycle';
import type { Deps } from '#functions/runtime/deps';

/** What the package for the government is put together from. */
export async function factsOf(
  { cycleId }: Cycle,
  awaiting: readonly Application[],
  deps: Deps,
): Promise<SubmissionFacts> {
  const noticeIds = [...new Set(awaiting.flatMap((a) => a.notices.AwardNotice?.noticeId ?? []))];
  const meetingIds = [...new Set(awaiting.flatMap((a) => a.awarding?.meetingId ?? []))];
  const objections = await Array.fromAsync(deps.objections.allOfCycle(cycleId));
  return {
    awaiting,
    meetings: await Promise.all(meetingIds.map((id) => deps.meetings.get(id))),
    notices: await Promise.all(
      noticeIds.map(async (id) => ({
        ...(await deps.notices.published(id)),
        entries: await deps.notices.entries.all(id),
      })),
    ),
    objections: objections.filter((o) => noticeIds.includes(o.noticeId)),
  };
}
