import type { Application } from '#domain/application/application';
import type { Deps } from './deps.ts';

/** The names of everybody who had a part in reviewing the case, those who left it over a conflict among them. */
export async function namesOfAssessors(of: Application, deps: Deps): Promise<string[]> {
  const sheets = await deps.reviews.of(of.applicationId);
  const people = new Set([
    ...(of.panel?.assessorIds ?? []),
    ...(of.conflicts ?? []).map((c) => c.personId),
    ...sheets.map((s) => s.assessorId),
  ]);
  const names = [...people].map(async (personId) => {
    const account = await deps.people.find(personId);
    const entry = await deps.assessors.ofPerson(of.programmeId, personId);
    return [account?.erasedAt ? undefined : account?.name, entry?.name];
  });
  return [...new Set((await Promise.all(names)).flat().filter((name) => name !== undefined))];
}
