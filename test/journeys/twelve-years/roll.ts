import { visitor } from '#local/sample/visitor';
import type { Story } from '../story.ts';

/** Everyone on the roll of winners, as anybody reads it. */
export async function rollOf({ place, programmeId }: Story) {
  const { items } = await visitor(place, 'public').call('listWinners', {
    params: { programmeId },
    query: { limit: 100 },
  });
  return items;
}
export type Laureate = Awaited<ReturnType<typeof rollOf>>[number];

/** The winner's certificate of a year. */
export async function certificateOf(story: Story, name: string, awardYear: number): Promise<string> {
  const found = (await rollOf(story)).find((w) => w.name === name && w.awardYear === awardYear);
  if (!found) throw new Error(`${name} did not win in ${awardYear}`);
  return found.certificateNumber;
}

/** How many yearly reports a winner owes (D14). */
const reports = 5;

/** Whether the winner's award stood at the beginning of the year and was given before it. */
const stoodIn = ({ awardYear, revokedOn = '~' }: Laureate, year: number) =>
  awardYear < year && revokedOn >= `${year}-01-01`;

/** Whether a report falls due in the year (A26). */
export const reportsIn = (of: Laureate, year: number) => stoodIn(of, year) && year <= of.awardYear + reports;

/** Whether an inspection falls due in the year (A28). */
export const isInspectedIn = (of: Laureate, year: number) => stoodIn(of, year) && of.kind === 'organisation';
