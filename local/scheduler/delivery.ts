import type { AwardClock, Millis } from '../contracts.ts';
import { payloadOf } from './payload.ts';
import type { Schedule, ScheduleTarget } from './schedule.ts';
import type { DeadLetter, PendingOccurrence, ScheduleStore } from './schedule-store.ts';

/** Calls a schedule's target; rejects when that failed, and it is tried again by the schedule's retry policy. */
export type Deliver = (target: ScheduleTarget, payload: unknown) => Promise<void>;

const firstBackoff: Millis = 60_000;
const longestBackoff: Millis = 60 * 60_000;

/** Delivers the occurrences of one schedule one after another, and writes down how it went. */
export function createDelivery(store: ScheduleStore, clock: AwardClock, deliver: Deliver) {
  const inFlight = new Set<string>();
  const lines = new Map<string, Promise<void>>();

  async function attempt(schedule: Schedule, occurrence: PendingOccurrence): Promise<void> {
    const { scheduledAt, attempt: attempts } = occurrence;
    const payload = payloadOf(schedule, occurrence);
    try {
      await deliver(schedule.target, payload);
      store.end(occurrence, { scheduledAt, endedAt: clock.now(), result: 'delivered', attempts });
    } catch (failure) {
      const failedAt = clock.now();
      const error = failure instanceof Error ? failure.message : String(failure);
      const run = { scheduledAt, endedAt: failedAt, attempts, error };
      const due = failedAt + Math.min(firstBackoff * 2 ** (attempts - 1), longestBackoff);
      if (attempts <= schedule.retries && due - scheduledAt <= schedule.eventAge) {
        store.retry({ ...occurrence, attempt: attempts + 1, due }, { ...run, result: 'retrying' });
        return;
      }
      const letter: DeadLetter | undefined = schedule.deadLetterArn
        ? {
            id: occurrence.id,
            schedule: schedule.name,
            queueArn: schedule.deadLetterArn,
            scheduledAt,
            failedAt,
            error,
            payload,
          }
        : undefined;
      store.end(occurrence, { ...run, result: 'failed' }, letter);
    }
  }

  return {
    isBusy: (): boolean => inFlight.size > 0,
    isInFlight: (occurrence: PendingOccurrence): boolean => inFlight.has(occurrence.id),
    start(schedule: Schedule, occurrence: PendingOccurrence): void {
      inFlight.add(occurrence.id);
      const before = lines.get(schedule.name) ?? Promise.resolve();
      const done = before
        .then(() => attempt(schedule, occurrence))
        .catch((error: unknown) => console.error(`The schedule ${schedule.name} could not note its run:`, error))
        .finally(() => inFlight.delete(occurrence.id));
      lines.set(schedule.name, done);
    },
    /** Resolves when everything that was started has ended. */
    ended: async (): Promise<void> => void (await Promise.all(lines.values())),
  };
}
