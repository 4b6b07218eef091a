import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { holdingsOf } from './holdings.ts';

export const handler = http(routes.showMyData, async ({ actor, deps }) => {
  const { personId, grants } = actor;
  const { applications, shared, reviews, keptApplications, awards } = await holdingsOf(personId, deps);
  const programmes = [...new Set(grants.filter((g) => g.role === 'assessor').map((g) => g.programmeId))];
  const pool = await Promise.all(programmes.map((programmeId) => deps.assessors.ofPerson(programmeId, personId)));
  const closed = await deps.conflicts.closed();
  const { items } = await deps.correctionRequests.ofPerson(personId, { limit: 100 });
  return {
    person: await deps.people.get(personId),
    applications: applications.map((a, i) => ({ ...a, keptUntil: keptApplications[i] })),
    memberOf: shared.map((a) => a.applicationId),
    assessorPool: pool.filter((entry) => entry !== undefined),
    // A sheet's id names its case, which is closed to whoever has a conflict with it.
    reviewed: reviews.filter((r) => !closed.has(r.applicationId)).map((r) => r.reviewId),
    awards,
    corrections: items,
  };
});
