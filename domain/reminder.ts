import { dateAt, daysBetween } from './calendar/civil.ts';
import type { Circumstances, Outcome } from './record.ts';
import { decided } from './record.ts';

/** A record somebody owes a step on. */
export interface Owed {
  readonly ownerId?: string | undefined;
  /** The one person who owes it, when it is neither the owner nor a panel's leader. */
  readonly responsibleId?: string | undefined;
  readonly panel?: { readonly leaderId: string } | undefined;
  readonly duty?: { readonly party: string; readonly dueOn: string; readonly reminded: readonly string[] } | undefined;
}

/** Days before the due day on which a reminder goes out; weekly afterwards. */
export const stageReminders = [7, 1] as const;

/** The reminder that stands for a number of days left: the nearest threshold passed, or the week overdue. */
function reminderKey(daysLeft: number, thresholds: readonly number[]): string | undefined {
  if (daysLeft < 0) return `overdue-${Math.floor((-daysLeft - 1) / 7)}`;
  const passed = thresholds.filter((t) => daysLeft <= t);
  return passed.length > 0 ? `before-${Math.min(...passed)}` : undefined;
}

const personOwing = ({ ownerId, panel, duty, responsibleId }: Owed) =>
  responsibleId ??
  (duty?.party === 'applicant' ? ownerId : duty?.party === 'panelLeader' ? panel?.leaderId : undefined);

/**
 * The reminder that is due now, or undefined. Each goes out once, however often the sweep runs; a sweep that is days
 * late sends the one that stands for today and not those it missed.
 */
export function remind<R extends Owed>(
  record: R,
  thresholds: readonly number[],
  circumstances: Circumstances,
  facts: Readonly<Record<string, unknown>> = {},
): Outcome<R> | undefined {
  const { duty } = record;
  if (!duty) return undefined;
  const daysLeft = daysBetween(dateAt(circumstances.now), duty.dueOn);
  const key = reminderKey(daysLeft, thresholds);
  if (!key || duty.reminded.includes(key)) return undefined;
  return decided(
    circumstances,
    { ...record, duty: { ...duty, reminded: [...duty.reminded, key] } },
    {
      type: 'dutyReminded',
      detail: {
        ...facts,
        party: duty.party,
        personId: personOwing(record),
        dueOn: duty.dueOn,
        daysLeft,
        reminder: key,
      },
    },
  );
}
