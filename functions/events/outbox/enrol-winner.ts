import { systemActor } from '#domain/actor';
import { enrol } from '#domain/approval/winner';
import { dateAt, yearOf } from '#domain/calendar/civil';
import type { Deps } from '#functions/runtime/deps';

/** Enters the awarded application into the roll of winners, once. */
export async function enrolWinner(applicationId: string, deps: Deps): Promise<void> {
  const application = await deps.applications.get(applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const outcome = enrol(application, cycle, { actor: systemActor, now: deps.now() });
  if (!outcome || (await deps.winners.find(outcome.next.certificateNumber))) return;
  await deps.due.markYear(yearOf(dateAt(deps.now())) + 1);
  await deps.winners.save(outcome);
}
