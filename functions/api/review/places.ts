import type { Application } from '#domain/application/application';
import type { Taken } from '#domain/defence/day';
import { replanned, standing } from '#domain/defence/day';
import type { Document } from '#domain/document/document';
import type { CivilDate, Circumstances, Outcome } from '#domain/record';
import type { Deps } from '#functions/runtime/deps';

/** The days, each with the places really taken on it. */
export const placesOn = async (deps: Deps, programmeId: string, dates: readonly CivilDate[]): Promise<Taken[]> =>
  Promise.all(
    [...new Set(dates)].map(async (date) => {
      const day = await deps.defenceDays.of(programmeId, date);
      const found = await Promise.all(day.bookings.map((b) => deps.applications.find(b.applicationId)));
      const known = new Map(found.flatMap((a) => (a ? [[a.applicationId, a] as const] : [])));
      return { day, bookings: standing(day, known) };
    }),
  );

interface Saving {
  readonly circumstances: Circumstances;
  readonly answer: unknown;
  /** Papers that the decisions name. */
  readonly papers?: readonly Outcome<Document>[];
}

/** Saves what was decided about defences together with the days on which they have their places. */
export const saveWithPlaces = (
  deps: Deps,
  decisions: readonly Outcome<Application>[],
  days: readonly Taken[],
  { circumstances, answer, papers = [] }: Saving,
) =>
  deps.defenceDays.saveWith(
    decisions,
    replanned(
      days,
      decisions.map((d) => d.next),
      circumstances,
    ),
    { answer, papers },
  );
