import { dateAt, instantOf } from '#domain/calendar/civil';
import { dayOf } from '#domain/defence/day';
import { scheduleDefence } from '#domain/defence/schedule';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { placesOn, saveWithPlaces } from './places.ts';

export const handler = http(routes.scheduleDefence, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { rules } = await deps.cycles.get(application.cycleId);
  const before = dayOf(application);
  const dates = [dateAt(instantOf(Date.parse(body.at))), ...(before ? [before] : [])];
  const days = await placesOn(deps, application.programmeId, dates);
  const circumstances = { actor, now: deps.now() };
  const slot = { ...body, minutes: body.minutes ?? rules.defenceMinutes };
  const taken = days.flatMap((d) => d.bookings);
  const outcome = scheduleDefence(application, slot, taken, circumstances);
  const { applicationId, stage, defence } = outcome.next;
  const answer = { applicationId, stage, defence: { defender: defence?.defender, slot: defence?.slot } };
  await saveWithPlaces(deps, [outcome], days, { circumstances, answer });
  return answer;
});
