import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt, instantOf, startOf } from '../calendar/civil.ts';
import { refuseUnless } from '../refused.ts';
import type { Booking } from './clash.ts';
import { bookingOf, clashOf, endOfSlot } from './clash.ts';
import type { Slot } from './defence.ts';
import { withDefence } from './parts.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** The days, hours and rooms at hand. */
export const timetableFrame = z.object({
  days: z
    .array(z.object({ date: z.iso.date(), from: clockTime, to: clockTime }))
    .min(1)
    .max(8),
  rooms: z.array(z.string().trim().min(1).max(200)).min(1).max(10),
  minutes: z.int().min(5).max(480).optional(),
  pauseMinutes: z.int().min(0).max(120).default(10),
});
type Frame = z.infer<typeof timetableFrame> & { readonly minutes: number };

const minute = 60_000;
const instantAt = (date: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(startOf(date)) + (hours * 60 + minutes) * minute;
};

/** Every slot of the frame, the earliest first; those that began before now are left out. */
function slotsOf({ days, rooms, minutes, pauseMinutes }: Frame, now: string): Slot[] {
  return [...days]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .flatMap(({ date, from, to }) => {
      const starts: number[] = [];
      const end = instantAt(date, to);
      for (let at = instantAt(date, from); at + minutes * minute <= end; at += (minutes + pauseMinutes) * minute)
        starts.push(at);
      return starts.flatMap((at) => rooms.map((room) => ({ at: instantOf(at), minutes, room })));
    })
    .filter((slot) => slot.at >= now && dateAt(slot.at) === dateAt(endOfSlot(slot)));
}

/** A timetable as it is proposed: who gets which slot, and for whom there is none. */
export interface Timetable {
  readonly slots: readonly { readonly application: Application; readonly slot: Slot }[];
  readonly unplaced: readonly Application[];
}

/**
 * Proposes a slot for every defence that has none, in the order of their codes: each gets the earliest that clashes with
 * nothing taken or proposed before it. The same frame and the same applications always give the same proposal. Throws
 * `Refused` defence.frame-twice when a day or room is named twice.
 */
export function proposeTimetable(
  applications: readonly Application[],
  frame: Frame,
  taken: readonly Booking[],
  now: string,
): Timetable {
  const twice = [frame.days.map((d) => d.date), frame.rooms].some((names) => new Set(names).size < names.length);
  refuseUnless(!twice, 'defence.frame-twice');
  const free = slotsOf(frame, now);
  const bookings = [...taken];
  const slots: { application: Application; slot: Slot }[] = [];
  const unplaced: Application[] = [];
  const waiting = applications.filter((a) => !a.defence?.slot && !a.defence?.completedAt);
  for (const application of [...waiting].sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))) {
    const fitting = free.find((slot) => {
      const booking = bookingOf(withDefence(application, { slot }));
      return booking && !clashOf(booking, bookings);
    });
    const booking = fitting && bookingOf(withDefence(application, { slot: fitting }));
    if (fitting && booking) {
      bookings.push(booking);
      slots.push({ application, slot: fitting });
    } else unplaced.push(application);
  }
  return { slots, unplaced };
}
