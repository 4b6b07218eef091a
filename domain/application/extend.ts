import * as z from 'zod';
import { endOf, instantOf, plusDays } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { phaseOf } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';

/** More time for one applicant, with its reason. */
export const extension = z.object({
  closesAt: z.iso.datetime().describe('The last instant is excluded'),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** Until when this application can be handed in: the cycle's closing, or later by an extension; the cycle itself may close later since. */
export const closingOf = (of: Pick<Application, 'extension'>, cycle: Pick<Cycle, 'closesAt'>): string =>
  of.extension && of.extension.closesAt > cycle.closesAt ? of.extension.closesAt : cycle.closesAt;

/** Where the cycle stands for this application. Conditions are still measured at the cycle's own closing date (D9). */
export const phaseFor = (of: Pick<Application, 'extension'>, cycle: Cycle, now: string) =>
  phaseOf({ ...cycle, closesAt: closingOf(of, cycle) }, now);

/** A cycle that closes in the last days of December still leaves time to make up for a failure. */
const daysAfterClosing = 31;

/** Until when more time can be given at most: the end of the closing year, as of the cycle itself, or a month. */
function latestExtension(cycle: Pick<Cycle, 'closesAt'>): string {
  const closing = closingDate(cycle);
  const yearEnd = endOf(`${closing.slice(0, 4)}-12-31`);
  const aMonth = endOf(plusDays(closing, daysAfterClosing));
  return yearEnd > aMonth ? yearEnd : aMonth;
}

/**
 * The office gives one applicant more time, for a reason that stands in the trail (A15); only while nothing is handed
 * in, so that it decides about nobody's eligibility. Throws `Refused` stage.action-unavailable,
 * application.extension-too-short, application.extension-too-long.
 */
export function extend(
  of: Application,
  { cycle, closesAt, reason }: { cycle: Cycle; closesAt: string; reason: string },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'extend', actor);
  const until = instantOf(Date.parse(closesAt));
  const present = closingOf(of, cycle);
  refuseUnless(until > now && until > present, 'application.extension-too-short', { closesAt: present });
  const latest = latestExtension(cycle);
  refuseUnless(until <= latest, 'application.extension-too-long', { latest });
  return decided(
    circumstances,
    { ...of, extension: { closesAt: until, reason, by: actor.personId, at: now } },
    { type: 'applicationExtended', detail: { closesAt: until, reason } },
  );
}
