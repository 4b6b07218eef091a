import { dateAt, instantOf } from '#domain/calendar/civil';
import { dayOf } from '#domain/defence/day';
import { scheduleAll } from '#domain/defence/schedule';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { placesOn, saveWithPlaces } from './places.ts';

/** One transaction carries a hundred items: two of each application, and one of each day. */
const manyDays = 16;

export const handler = http(routes.applyTimetable, async ({ params, body, actor, deps }) => {
  const { programmeId, cycleId, rules } = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', programmeId);
  const placings = await Promise.all(
    body.slots.map(async ({ applicationId, minutes = rules.defenceMinutes, ...slot }) => {
      const application = await deps.applications.get(applicationId);
      refuseUnless(application.cycleId === cycleId, 'record.not-found', { record: 'application' });
      return { application, minutes, ...slot };
    }),
  );
  const dates = placings.flatMap(({ application, at }) => {
    const before = dayOf(application);
    return [dateAt(instantOf(Date.parse(at))), ...(before ? [before] : [])];
  });
  refuseUnless(new Set(dates).size <= manyDays, 'defence.too-many-days', { limit: manyDays });
  const days = await placesOn(deps, programmeId, dates);
  const circumstances = { actor, now: deps.now() };
  const taken = days.flatMap((d) => d.bookings);
  const decisions = scheduleAll(placings, taken, circumstances);
  const answer = {
    slots: decisions.map(({ next }) => ({ applicationId: next.applicationId, ...next.defence?.slot })),
  };
  await saveWithPlaces(deps, decisions, days, { circumstances, answer });
  return answer as { slots: { applicationId: string; at: string; minutes: number; room: string }[] };
});
