import { dayOf } from '#domain/defence/day';
import { registerDefender } from '#domain/defence/schedule';
import { refuseUnlessUsable } from '#domain/document/papers';
import { http } from '#functions/runtime/http';
import { keepPapers } from '../document/keep-papers.ts';
import { routes } from '../routes.ts';
import { placesOn, saveWithPlaces } from './places.ts';

export const handler = http(routes.registerDefender, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const date = dayOf(application);
  const days = await placesOn(deps, application.programmeId, date ? [date] : []);
  const circumstances = { actor, now: deps.now() };
  const taken = days.flatMap((d) => d.bookings);
  const outcome = registerDefender(application, body, taken, circumstances);
  const paper = body.succession && (await deps.documents.get(body.succession.documentId));
  if (paper) refuseUnlessUsable(paper, actor);
  const papers = await keepPapers(application, [paper], circumstances, deps);
  const { applicationId, stage, defence } = outcome.next;
  const answer = { applicationId, stage, defence: { defender: defence?.defender, slot: defence?.slot } };
  await saveWithPlaces(deps, [outcome], days, { circumstances, answer, papers });
  return answer;
});
