import * as z from 'zod';
import { dateAt, daysBetween } from '../calendar/civil.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import type { YearlyDuty } from './duty.ts';
import { nextReminder } from './reminders.ts';

/** The record that a digest was sent: one for each recipient and day, whatever runs how often. */
export const digest = z.object({
  ...recordHead,
  digestId: z.string().describe('`<recipient>~<day>`'),
  on: z.iso.date(),
  duties: z.array(z.string()),
});
export type Digest = z.infer<typeof digest>;

/** What a digest says of a duty. */
export interface DigestLine extends Pick<YearlyDuty, 'kind' | 'year' | 'winnerName' | 'dueOn' | 'applicationId'> {
  readonly daysLeft: number;
  readonly awaiting: boolean;
}

/** The staff's digest names so many duties; the list in the system has the others. */
export const mostLines = 40;

const lineOf = (of: YearlyDuty, today: CivilDate): DigestLine => ({
  ...{ kind: of.kind, year: of.year, winnerName: of.winnerName, dueOn: of.dueOn, applicationId: of.applicationId },
  daysLeft: daysBetween(today, of.dueOn),
  awaiting: of.status !== 'open',
});

function digestOf(
  recipient: string,
  to: Readonly<Record<string, string>>,
  duties: readonly YearlyDuty[],
  more: boolean,
  circumstances: Circumstances,
): Outcome<Digest> {
  const today = dateAt(circumstances.now);
  const [first] = duties;
  const named = duties.map((d) => d.dutyId);
  const lines = [...duties].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).map((duty) => lineOf(duty, today));
  return decided(
    circumstances,
    { ...newHead(first?.programmeId ?? ''), digestId: `${recipient}~${today}`, on: today, duties: named },
    { type: 'dutiesDigested', detail: { ...to, lines, more } },
  );
}

/** The duty goes on to its next day of reminding. */
export const reminded = (of: YearlyDuty, circumstances: Circumstances): Outcome<YearlyDuty> =>
  decided(circumstances, { ...of, remindOn: nextReminder(of.dueOn, of.reminders, dateAt(circumstances.now)) });

/** What a winner is reminded of today, as one digest (D14); saved together with the duties' next days, or not at all. */
export const winnerDigest = (personId: string, duties: readonly YearlyDuty[], circumstances: Circumstances) => ({
  digest: digestOf(personId, { personId }, duties, false, circumstances),
  duties: duties.map((duty) => reminded(duty, circumstances)),
});

/** What the review office is told today: what it owes, what is overdue, what awaits it. Undefined when that is nothing. */
export const staffDigest = (
  programmeId: string,
  duties: readonly YearlyDuty[],
  circumstances: Circumstances,
): Outcome<Digest> | undefined =>
  duties.length === 0
    ? undefined
    : digestOf(
        `office:${programmeId}`,
        { role: 'office' },
        duties.slice(0, mostLines),
        duties.length > mostLines,
        circumstances,
      );

/** Whether the staff's digest names the duty: overdue, or the office's own within the days of its reminders. */
export const concernsStaff = (of: YearlyDuty, today: CivilDate): boolean =>
  of.dueOn < today || (of.party === 'office' && daysBetween(today, of.dueOn) <= Math.max(0, ...of.reminders.before));
