import { enter, move, moved } from '../case.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Recovery, RecoveryTask } from './recovery-task.ts';
import type { Revocation } from './revocation.ts';

/** The task of the case that is not done. Throws `Refused` revocation.task-unknown, revocation.task-done. */
export function openTask(of: Revocation, task: RecoveryTask): Recovery {
  const found = of.tasks.find((t) => t.task === task);
  if (!found) throw new Refused('revocation.task-unknown');
  refuseUnless(!found.receipt, 'revocation.task-done');
  return found;
}

const withTask = (of: Revocation, changed: Recovery): Revocation => ({
  ...of,
  tasks: of.tasks.map((t) => (t.task === changed.task ? changed : t)),
});

/** One of the office's officers answers for the task, until a day of its own. */
export function assignRecovery(
  of: Revocation,
  { task, ownerId, dueOn }: { task: RecoveryTask; ownerId: string; dueOn: string },
  officers: readonly string[],
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'assignRecovery', circumstances.actor);
  const open = openTask(of, task);
  refuseUnless(officers.includes(ownerId), 'revocation.owner-unfit');
  refuseUnless(dueOn >= dateAt(circumstances.now), 'revocation.due-in-past');
  return decided(circumstances, withTask(of, { ...open, ownerId, dueOn }), {
    type: 'recoveryAssigned',
    detail: { task, ownerId, dueOn },
  });
}

/** The case with the task done; it closes with the last of them (A27). */
export function done(
  of: Revocation,
  task: RecoveryTask,
  reference: string,
  circumstances: Circumstances,
  ...events: DomainEvent[]
): Outcome<Revocation> {
  const { actor, now } = circumstances;
  const next = withTask(of, { ...openTask(of, task), receipt: { reference, by: actor.personId, at: now } });
  const recovered = { type: 'recoveryRecorded', detail: { task, reference } };
  if (next.tasks.some((t) => !t.receipt)) return decided(circumstances, next, ...events, recovered);
  return decided(
    circumstances,
    move(next, 'Revoked', now),
    ...events,
    recovered,
    moved(of, 'revocationCompleted', 'Revoked'),
  );
}

/** What the office records by hand; the others are done by what proves them. */
export const byHand = ['plaque', 'certificate', 'mark'] as const satisfies readonly RecoveryTask[];

/** The office records that something came back, or why it cannot, with its receipt. */
export function recordRecovery(
  of: Revocation,
  { task, reference }: { task: RecoveryTask; reference: string },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'recordRecovery', circumstances.actor);
  return done(of, task, reference, circumstances);
}

/** The revocation is announced to the public: everybody can read it from then on (A27). */
export function announceRevocation(
  of: Revocation,
  { title, text }: { title: string; text: string },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'announceRevocation', circumstances.actor);
  openTask(of, 'publicAnnouncement');
  const { actor, now } = circumstances;
  const announcement = { title, text, by: actor.personId, at: now };
  return done({ ...of, announcement }, 'publicAnnouncement', title, circumstances, {
    type: 'revocationAnnounced',
    detail: { title },
  });
}
