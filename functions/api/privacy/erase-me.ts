import { eraseDraft, eraseMe } from '#domain/privacy/erase';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { holdingsOf } from './holdings.ts';

/* Drafts first, the register last: a crash between the two leaves somebody who can ask again. */
export const handler = http(routes.eraseMe, async ({ actor, deps }) => {
  const circumstances = { actor, now: deps.now() };
  const person = await deps.people.get(actor.personId);
  const { applications, kept } = await holdingsOf(actor.personId, deps);
  const outcome = eraseMe(person, kept, circumstances);
  for (const application of applications) {
    const erased = eraseDraft(application, circumstances);
    if (erased) await deps.applications.saveOneOfMany(erased);
  }
  const answer = { erasedAt: circumstances.now };
  await deps.people.erase(outcome, person.email, answer);
  return answer;
});
