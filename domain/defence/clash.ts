import type { Application } from '../application/application.ts';
import { identifierOf } from '../application/submit.ts';
import { dateAt, instantOf, timeAt } from '../calendar/civil.ts';
import { refuseUnless } from '../refused.ts';
import type { Slot } from './defence.ts';

/** A place in the timetable, and everyone who has to be there. */
export interface Booking extends Slot {
  readonly applicationId: string;
  readonly code?: string | undefined;
  readonly panel: readonly string[];
  /** Whom the application belongs to: the account and the applicant's own identifier. */
  readonly applicant: readonly string[];
  readonly defender?: string | undefined;
}

const minute = 60_000;

/** The instant at which a slot is over: the next may begin then. */
export const endOfSlot = ({ at, minutes }: Pick<Slot, 'at' | 'minutes'>): string =>
  instantOf(Date.parse(at) + minutes * minute);

/** The place that an application takes, or undefined while it has none or needs none any more. */
export function bookingOf(of: Application): Booking | undefined {
  const { slot, defender, completedAt, endedAt, noShow } = of.defence ?? {};
  if (of.stage !== 'Defence' || !slot || completedAt || endedAt || noShow) return undefined;
  const { applicationId, code, ownerId, panel } = of;
  return {
    ...slot,
    applicationId,
    code,
    panel: panel?.assessorIds ?? [],
    applicant: [ownerId, ...(identifierOf(of) ? [identifierOf(of) ?? ''] : [])],
    defender,
  };
}

const overlap = (a: Booking, b: Booking) => a.at < endOfSlot(b) && b.at < endOfSlot(a);
const meet = (a: readonly string[], b: readonly string[]) => a.some((x) => b.includes(x));

/** Why two places cannot both be kept, as officials name it; undefined when they can. */
const reasonOf = (a: Booking, b: Booking): { zh: string; en: string } | undefined => {
  if (a.applicationId === b.applicationId || !overlap(a, b)) return undefined;
  if (a.room === b.room) return { zh: `同一地点（${a.room}）`, en: `the same room (${a.room})` };
  if (meet(a.panel, b.panel)) return { zh: '同一评审员', en: 'a member of both panels' };
  if (meet(a.applicant, b.applicant)) return { zh: '同一申报主体', en: 'the same applicant' };
  if (a.defender && a.defender === b.defender)
    return { zh: `同一答辩人（${a.defender}）`, en: `the same defender (${a.defender})` };
  return undefined;
};

/** The first place among those taken that clashes with the wanted one. */
export const clashOf = (wanted: Booking, taken: readonly Booking[]) => {
  for (const other of taken) {
    const because = reasonOf(wanted, other);
    if (because) return { other, because };
  }
  return undefined;
};

/** Throws `Refused` defence.clash naming with whom, when and why. */
export function refuseIfClashing(wanted: Booking, taken: readonly Booking[]): void {
  const clash = clashOf(wanted, taken);
  refuseUnless(!clash, 'defence.clash', {
    with: clash?.other.code ?? clash?.other.applicationId,
    date: clash && dateAt(clash.other.at),
    time: clash && `${timeAt(clash.other.at)}–${timeAt(endOfSlot(clash.other))}`,
    because: clash?.because.zh,
    becauseEn: clash?.because.en,
  });
}
