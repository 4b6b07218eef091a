import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { instantOf } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

export const defenceSlot = z.object({ at: z.iso.datetime(), room: z.string().trim().min(1).max(200) });
export const defencePoints = z.object({ points: z.int().min(0).max(1000) });

type Defence = NonNullable<Application['defence']>;

const defenceOf = (of: Application): Defence => of.defence ?? { scores: [] };
const withDefence = (of: Application, changed: Partial<Defence>): Application => ({
  ...of,
  defence: { ...defenceOf(of), ...changed },
});

const refuseIfBegun = (of: Application): void => {
  const { scores, noShow } = defenceOf(of);
  refuseUnless(scores.length === 0 && !noShow, 'defence.begun');
};

const refuseUnlessHeld = (of: Application, now: string): void => {
  const at = of.defence?.slot?.at;
  refuseUnless(!!at && at <= now, 'defence.not-held', { at });
};

/** Registers who defends: an organisation's senior leader as its form names them, an individual in person (A18). */
export function registerDefender(
  of: Application,
  defender: string,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'registerDefender', circumstances.actor);
  refuseIfBegun(of);
  const leader = of.sections.organisationIdentity?.content.seniorLeader;
  if (of.kind === 'organisation') refuseUnless(defender === leader, 'defence.not-senior-leader', { expected: leader });
  else refuseUnless(defender === nameOf(of), 'defence.not-in-person', { expected: nameOf(of) });
  return decided(circumstances, withDefence(of, { defender }), { type: 'defenderRegistered' });
}

/** Schedules the defence, or schedules it anew while nobody has scored. */
export function scheduleDefence(
  of: Application,
  { at, room }: z.infer<typeof defenceSlot>,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'scheduleDefence', circumstances.actor);
  refuseIfBegun(of);
  // With milliseconds, as every instant here is written, so that instants compare as text.
  const slot = { at: instantOf(Date.parse(at)), room };
  refuseUnless(slot.at >= circumstances.now, 'defence.slot-past');
  return decided(circumstances, withDefence(of, { slot }), { type: 'defenceScheduled', detail: slot });
}

/** An assessor of the panel scores the defence, once, of 1000 points. Throws `Refused` for a no-show. */
export function scoreDefence(of: Application, points: number, circumstances: Circumstances): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'scoreDefence', actor);
  const { scores, noShow, defender } = defenceOf(of);
  refuseUnless(!noShow, 'defence.no-show-recorded');
  refuseUnlessHeld(of, now);
  refuseUnless(!!defender, 'defence.no-defender');
  const assessorId = actor.personId;
  refuseUnless(!scores.some((s) => s.assessorId === assessorId), 'defence.scored-already');
  return decided(circumstances, withDefence(of, { scores: [...scores, { assessorId, points, at: now }] }), {
    type: 'defenceScored',
    detail: { assessorId },
  });
}

/** Records that nobody came: recorded, never scored (A18). */
export function recordNoShow(of: Application, reason: string, circumstances: Circumstances): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordNoShow', actor);
  const { scores, noShow } = defenceOf(of);
  refuseUnless(!noShow, 'defence.no-show-recorded');
  refuseUnless(scores.length === 0, 'defence.scores-exist');
  refuseUnlessHeld(of, now);
  return decided(circumstances, withDefence(of, { noShow: { recordedBy: actor.personId, at: now, reason } }), {
    type: 'defenceNoShow',
    detail: { reason },
  });
}
