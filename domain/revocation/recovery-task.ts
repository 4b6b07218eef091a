import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { dateAt } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Instant } from '../record.ts';

/** What has to be brought back and made known after the government revoked (A27). */
export const recoveryTasks = [
  'plaque',
  'certificate',
  'mark',
  'bonus',
  'publicAnnouncement',
  'creditPlatform',
  'supervisionPlatform',
] as const;
export type RecoveryTask = (typeof recoveryTasks)[number];

/** A task with who answers for it, until when, and the receipt that it is done. */
export const recovery = z.object({
  task: z.enum(recoveryTasks),
  ownerId: z.string().optional().describe('The officer who answers for it; absent: the office as a whole'),
  dueOn: z.iso.date(),
  receipt: z.object({ reference: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
});
export type Recovery = z.infer<typeof recovery>;

/** What the tasks depend on beside the winner. */
export interface RecoveryGround {
  readonly rules: Pick<Rules, 'recoveryWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
  /** Organisations receive no bonus (A6); of an individual it is known from the ledger whether one was paid. */
  readonly bonusPaid: boolean;
}

/** The tasks of a revocation, all due on the same working day after the decision was entered. */
export function tasksFor(of: Pick<Winner, 'kind'>, ground: RecoveryGround, now: Instant): Recovery[] {
  const dueOn = plusWorkingDays(dateAt(now), ground.rules.recoveryWorkingDays, ground.calendars);
  const clawsBack = of.kind === 'individual' && ground.bonusPaid;
  return recoveryTasks.filter((task) => task !== 'bonus' || clawsBack).map((task) => ({ task, dueOn }));
}
