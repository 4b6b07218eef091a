import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CivilDate, Circumstances, Instant } from '../record.ts';
import { newHead, recordHead } from '../record.ts';
import { disposalMark } from '../retention/disposal-mark.ts';
import type { Reminders } from './reminders.ts';
import { firstReminder, nextReminder, reminders } from './reminders.ts';

/** What is owed after an award. */
export const dutyKinds = ['annualReport', 'inspection', 'rectification', 'reInspection'] as const;

/** Where a duty stands: cancelled when the award was revoked. */
export const dutyStatuses = ['open', 'handedIn', 'done', 'cancelled'] as const;

/** A duty after the award: a winner's report of a year (A26), an inspection and what follows from it (A28). */
export const yearlyDuty = z.object({
  ...recordHead,
  dutyId: z.string(),
  kind: z.enum(dutyKinds),
  certificateNumber: z.string(),
  applicationId: z.string().describe('Whoever has a conflict with it sees nothing of the duty; empty for an import'),
  winnerName: z.string(),
  ownerId: z.string().describe('Empty for who won before this system and has no account here'),
  year: z.int(),
  status: z.enum(dutyStatuses),
  party: z.enum(['winner', 'office']).describe('Who owes it, and is reminded'),
  dueOn: z.iso.date(),
  reminders,
  remindOn: z.iso.date().optional().describe('The next day on which a digest names it; absent once nothing is owed'),
  rounds: z.int().describe('How often a report was handed in'),
  returned: z.object({ reason: z.string(), at: z.iso.datetime() }).optional().describe('Why it is owed again'),
  done: z.object({ at: z.iso.datetime(), by: z.string(), late: z.boolean() }).optional(),
  disposed: disposalMark.optional().describe('Its files are gone, their retention over (D13)'),
});
export type YearlyDuty = z.infer<typeof yearlyDuty>;

/** A duty that begins: the winner is told with the next morning's digest, the office when it falls due. */
export const newDuty = (
  of: Winner,
  duty: Pick<YearlyDuty, 'dutyId' | 'kind' | 'year' | 'party' | 'dueOn'> & { readonly reminders: Reminders },
  today: CivilDate,
): YearlyDuty => ({
  ...newHead(of.programmeId),
  ...{ certificateNumber: of.certificateNumber, applicationId: of.applicationId, winnerName: of.name },
  ownerId: of.ownerId,
  status: 'open',
  rounds: 0,
  ...duty,
  remindOn: duty.party === 'winner' ? firstReminder(today) : nextReminder(duty.dueOn, duty.reminders, today),
});

/** Whether the day is past on which the duty was due; the due day itself is in time (D14). */
export const isLate = (of: Pick<YearlyDuty, 'dueOn'>, now: Instant): boolean => dateAt(now) > of.dueOn;

/** The duty as it is once it was done, late or in time: nobody is reminded any more. */
export const finished = (of: YearlyDuty, status: 'handedIn' | 'done', { actor, now }: Circumstances): YearlyDuty => ({
  ...of,
  status,
  remindOn: undefined,
  returned: undefined,
  rounds: of.rounds + 1,
  done: { at: now, by: actor.personId, late: isLate(of, now) },
});

/** The duty as it is owed again, by another day. */
export const reopened = (
  of: YearlyDuty,
  { dueOn, reason }: { readonly dueOn: CivilDate; readonly reason: string },
  { now }: Circumstances,
): YearlyDuty => ({
  ...of,
  ...{ status: 'open', dueOn, returned: { reason, at: now }, done: undefined },
  remindOn: nextReminder(dueOn, of.reminders, dateAt(now)),
});

/** The duty as it is when another account acts for the winner: a report that the office would have sent for is theirs. */
export const handedOver = (of: YearlyDuty, ownerId: string): YearlyDuty => ({
  ...of,
  ownerId,
  party: of.kind === 'annualReport' || of.kind === 'rectification' ? 'winner' : of.party,
});

/** The duty as it is when the award was revoked: nothing is owed any more (A27). */
export const cancelled = (of: YearlyDuty): YearlyDuty => ({ ...of, status: 'cancelled', remindOn: undefined });
