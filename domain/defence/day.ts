import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import type { Booking } from './clash.ts';
import { bookingOf } from './clash.ts';
import { slot } from './defence.ts';

/**
 * The defences of a programme on one civil day. Whoever takes a place saves the day in the same transaction, on
 * condition that nobody else has since: two people cannot take the same room, panel or applicant at once.
 */
export const defenceDay = z.object({
  ...recordHead,
  date: z.iso.date(),
  bookings: z.array(
    slot.extend({
      applicationId: z.string(),
      code: z.string().optional(),
      panel: z.array(z.string()),
      applicant: z.array(z.string()),
      defender: z.string().optional(),
    }),
  ),
});
export type DefenceDay = z.infer<typeof defenceDay>;

/** A day on which nothing was planned yet. */
export const emptyDay = (programmeId: string, date: CivilDate): DefenceDay => ({
  ...newHead(programmeId),
  date,
  bookings: [],
});

/** The day an application's defence is on. */
export const dayOf = (of: Application): CivilDate | undefined => of.defence?.slot && dateAt(of.defence.slot.at);

/**
 * The places that are really taken: as the applications stand now (a panel may have changed), without those that have
 * left or were held; one that the asker may not see keeps the place that it was given.
 */
export const standing = (day: DefenceDay, known: ReadonlyMap<string, Application>): Booking[] =>
  day.bookings.flatMap((booked) => {
    const application = known.get(booked.applicationId);
    if (!application) return [booked];
    const now = bookingOf(application);
    return now && dateAt(now.at) === day.date ? [now] : [];
  });

/** The day with exactly these places; its history is that of the applications. */
const planned = (day: DefenceDay, bookings: readonly Booking[], circumstances: Circumstances): Outcome<DefenceDay> =>
  decided(circumstances, {
    ...day,
    bookings: bookings.map((b) => ({ ...b, panel: [...b.panel], applicant: [...b.applicant] })),
  });

/** A day as it was read, with the places really taken on it. */
export interface Taken {
  readonly day: DefenceDay;
  readonly bookings: readonly Booking[];
}

/** The days with the applications' places as they are now: each leaves the place it had and takes the one it has. */
export const replanned = (
  days: readonly Taken[],
  applications: readonly Application[],
  circumstances: Circumstances,
): Outcome<DefenceDay>[] => {
  const moved = new Set(applications.map((a) => a.applicationId));
  return days.map(({ day, bookings }) => {
    const stay = bookings.filter((b) => !moved.has(b.applicationId));
    const come = applications.flatMap((a) => (dayOf(a) === day.date ? (bookingOf(a) ?? []) : []));
    return planned(day, [...stay, ...come], circumstances);
  });
};
