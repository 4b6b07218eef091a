import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { actsForApplicant } from '../applicant.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt, instantOf } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Booking } from './clash.ts';
import { bookingOf, endOfSlot, refuseIfClashing } from './clash.ts';
import { defenceOf, withDefence } from './parts.ts';

/** What the office plans: without minutes, those that the cycle's setting says. */
export const defenceSlot = z.object({
  at: z.iso.datetime(),
  minutes: z.int().min(5).max(480).optional(),
  room: z.string().trim().min(1).max(200),
});

const refuseIfBegun = (of: Application): void => {
  const { begunAt, scores, noShow, completedAt } = defenceOf(of);
  refuseUnless(!begunAt && scores.length === 0 && !noShow && !completedAt, 'defence.begun');
};

const refuseIfTaken = (next: Application, taken: readonly Booking[]): void => {
  const booking = bookingOf(next);
  if (booking) refuseIfClashing(booking, taken);
};

/** Who defends; of an organisation whose senior leader has changed since the form: by what the office knows of it. */
export const defenderChoice = z.object({
  name: z.string().trim().min(1).max(100),
  succession: z
    .object({ reason: z.string().trim().min(1).max(500), documentId: z.string() })
    .optional()
    .describe('By the office: the senior leader has changed since the form was handed in'),
});
type DefenderChoice = z.infer<typeof defenderChoice>;

/**
 * Registers who defends, or somebody else until the defence has begun: an organisation's senior leader as its form
 * names them, an individual in person (A18). The office registers who has succeeded that leader, with a reason and a
 * paper; from then on nobody else defends. Throws `Refused` defence.clash when they defend elsewhere at that time.
 */
export function registerDefender(
  of: Application,
  { name, succession }: DefenderChoice,
  taken: readonly Booking[],
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'registerDefender', actor);
  if (succession) requireRole(actor, 'office', of.programmeId);
  else refuseUnless(actsForApplicant(of, actor.personId), 'person.not-owner');
  refuseIfBegun(of);
  const successor = succession ? { ...succession, name, by: actor.personId, at: now } : of.defence?.successor;
  if (of.kind === 'organisation') {
    const expected = successor?.name ?? of.sections.organisationIdentity?.content.seniorLeader;
    refuseUnless(name === expected, 'defence.not-senior-leader', { expected });
  } else refuseUnless(!succession && name === nameOf(of), 'defence.not-in-person', { expected: nameOf(of) });
  const next = withDefence(of, { defender: name, successor });
  refuseIfTaken(next, taken);
  return decided(circumstances, next, { type: 'defenderRegistered', ...(succession && { detail: succession }) });
}

/**
 * Schedules the defence, or schedules it anew until it has begun (A18). Throws `Refused` defence.slot-past,
 * defence.slot-overnight, and defence.clash when room, panel, applicant or defender are elsewhere at that time.
 */
export function scheduleDefence(
  of: Application,
  { at, minutes, room }: z.infer<typeof defenceSlot> & { minutes: number },
  taken: readonly Booking[],
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'scheduleDefence', circumstances.actor);
  refuseIfBegun(of);
  // With milliseconds, as every instant here is written, so that instants compare as text.
  const slot = { at: instantOf(Date.parse(at)), minutes, room };
  refuseUnless(slot.at >= circumstances.now, 'defence.slot-past');
  refuseUnless(dateAt(slot.at) === dateAt(endOfSlot(slot)), 'defence.slot-overnight');
  const next = withDefence(of, { slot });
  refuseIfTaken(next, taken);
  return decided(circumstances, next, { type: 'defenceScheduled', detail: slot });
}

/** A slot for one application. */
interface Placing extends z.infer<typeof defenceSlot> {
  readonly application: Application;
  readonly minutes: number;
}

/**
 * Schedules several defences at once, all or none: each must clash neither with what is taken nor with the others.
 * Throws `Refused` list.named-twice and those of a single one.
 */
export function scheduleAll(
  placings: readonly Placing[],
  taken: readonly Booking[],
  circumstances: Circumstances,
): Outcome<Application>[] {
  const ids = placings.map((p) => p.application.applicationId);
  const twice = placings.filter((p, i) => ids.indexOf(p.application.applicationId) !== i);
  refuseUnless(twice.length === 0, 'list.named-twice', { applications: twice.map((p) => p.application.code) });
  const bookings = taken.filter((b) => !ids.includes(b.applicationId));
  return placings.map(({ application, ...slot }) => {
    const outcome = scheduleDefence(application, slot, bookings, circumstances);
    const booking = bookingOf(outcome.next);
    if (booking) bookings.push(booking);
    return outcome;
  });
}
