import { nameOf } from '#domain/application/submit';
import { proposeTimetable } from '#domain/defence/propose-timetable';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { applicationsIn } from '../ranking/candidates.ts';
import { routes } from '../routes.ts';
import { placesOn } from './places.ts';

export const handler = http(routes.previewTimetable, async ({ params, body, actor, deps }) => {
  const { programmeId, cycleId, rules } = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', programmeId);
  const waiting = await applicationsIn(deps, cycleId, 'Defence');
  const days = await placesOn(
    deps,
    programmeId,
    body.days.map((d) => d.date),
  );
  const frame = { ...body, minutes: body.minutes ?? rules.defenceMinutes };
  const taken = days.flatMap((d) => d.bookings);
  const { slots, unplaced } = proposeTimetable(waiting, frame, taken, deps.now());
  return {
    slots: slots.map(({ application, slot }) => ({ ...application, name: nameOf(application), ...slot })),
    unplaced: unplaced.map((a) => ({ ...a, name: nameOf(a) })),
  };
});
