import type { Application } from '#domain/application/application';
import type { AssignmentGround, WantedPanel } from '#domain/assignment/assignment';
import type { Candidate } from '#domain/assessor/eligible';
import type { Cycle } from '#domain/cycle/cycle';
import type { Review } from '#domain/review/review';
import type { Deps } from '#functions/runtime/deps';

/** All of the pool, and what is known of each in the cycle. */
export async function poolOf({ programmeId, cycleId }: Cycle, deps: Deps): Promise<Candidate[]> {
  const assessors = new Set((await deps.people.holders(programmeId, 'assessor')).map((h) => h.personId));
  const candidates: Candidate[] = [];
  for await (const entry of deps.assessors.all(programmeId)) {
    const { personId } = entry;
    if (!personId) continue;
    const [pledge, reviews] = await Promise.all([
      deps.pledges.of(cycleId, personId),
      deps.reviews.casesOf(personId, cycleId),
    ]);
    candidates.push({ personId, isAssessor: assessors.has(personId), entry, pledged: !!pledge, reviews });
  }
  return candidates;
}

/** What the panels that are wanted are held against. */
export async function groundFor(cycle: Cycle, wanted: readonly WantedPanel[], deps: Deps): Promise<AssignmentGround> {
  const applications = new Map<string, Application>();
  const sheets = new Map<string, Review[]>();
  for (const { applicationId } of wanted) {
    const application = await deps.applications.find(applicationId);
    if (!application) continue;
    applications.set(applicationId, application);
    sheets.set(applicationId, await deps.reviews.of(applicationId));
  }
  const candidates = new Map((await poolOf(cycle, deps)).map((c) => [c.personId, c]));
  return { applications, candidates, sheets };
}
