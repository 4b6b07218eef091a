import type { Application } from '#domain/application/application';
import type { Candidate } from '#domain/assessor/eligible';
import type { Deps } from '#functions/runtime/deps';

/** What is known of people who are named for a panel of the cycle. */
export async function candidatesAmong(
  { programmeId, cycleId }: Pick<Application, 'programmeId' | 'cycleId'>,
  people: readonly string[],
  deps: Deps,
): Promise<Candidate[]> {
  const assessors = new Set((await deps.people.holders(programmeId, 'assessor')).map((h) => h.personId));
  return Promise.all(
    [...new Set(people)].map(async (personId) => {
      const [entry, pledge, reviews] = await Promise.all([
        deps.assessors.ofPerson(programmeId, personId),
        deps.pledges.of(cycleId, personId),
        deps.reviews.casesOf(personId, cycleId),
      ]);
      return { personId, isAssessor: assessors.has(personId), entry, pledged: !!pledge, reviews };
    }),
  );
}
