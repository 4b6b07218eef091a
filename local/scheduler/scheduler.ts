import { randomUUID } from 'node:crypto';
import type { AwardClock, BusySource, Millis, TimedSource } from '../contracts.ts';
import { createDelivery } from './delivery.ts';
import type { Deliver } from './delivery.ts';
import { occurrencesOfSchedule, readSchedule } from './schedule.ts';
import type { Schedule, ScheduleResource } from './schedule.ts';
import type { Occurrences } from './schedule-expression.ts';
import { openScheduleStore } from './schedule-store.ts';
import type { DeadLetter, LastRun, PendingOccurrence } from './schedule-store.ts';

export interface SchedulerOptions {
  readonly file: string;
  readonly clock: AwardClock;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly deliver: Deliver;
}

/** What the status page shows of a schedule. */
export interface ScheduleStatus {
  readonly name: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly expression: string;
  readonly timeZone: string;
  readonly targetArn: string;
  readonly nextRun: Millis | undefined;
  readonly lastRun: LastRun | undefined;
}

/** EventBridge Scheduler on the award clock. */
export interface Scheduler {
  /** Takes a schedule of the template in; throws, naming it, when it cannot be run exactly as written. */
  define(schedule: ScheduleResource): Schedule;
  /** For the clock: as a timed source it starts deliveries, as a busy source it says whether they have ended. */
  readonly source: TimedSource & BusySource;
  list(): ScheduleStatus[];
  /** What no retry could deliver and whose schedule names a queue for it. */
  deadLetters(): DeadLetter[];
  /** Waits for deliveries in flight and closes the file. */
  stop(): Promise<void>;
}

interface Planned {
  readonly schedule: Schedule;
  readonly occurrences: Occurrences;
  next: Millis | undefined;
}

/** Of a schedule that ran on while the machine was off, so many of the last occurrences are made up for. */
const madeUpAtMost = 366;

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { clock, deliver } = options;
  const arnPrefix = `arn:${options.partition}:scheduler:${options.region}:${options.account}`;
  const store = openScheduleStore(options.file);
  const delivery = createDelivery(store, clock, deliver);
  const planned = new Map<string, Planned>();

  const waiting = (): PendingOccurrence[] =>
    store.pending().filter((item) => planned.has(item.schedule) && !delivery.isInFlight(item));

  function define(resource: ScheduleResource): Schedule {
    const schedule = readSchedule(resource, arnPrefix);
    if (planned.has(schedule.name)) throw new Error(`There are two schedules named ${schedule.name}`);
    const now = clock.now();
    // A rate runs for the first time at its creation: nothing is played yet, not even this instant. A schedule that
    // was disabled and is enabled again counts as new, too: the time between is not made up for.
    const asWritten = JSON.stringify({ ...schedule.when, enabled: schedule.enabled });
    const memory = store.recall(schedule.name, asWritten, { created: now, playedTo: now - 1 });
    const occurrences = occurrencesOfSchedule(schedule, memory.created);
    const from = schedule.enabled ? lastOf(occurrences, memory.playedTo, now) : memory.playedTo;
    if (from !== memory.playedTo) store.skipTo(schedule.name, from);
    planned.set(schedule.name, { schedule, occurrences, next: schedule.enabled ? occurrences(from) : undefined });
    return schedule;
  }

  function takeUp(plan: Planned, now: Millis): void {
    while (plan.next !== undefined && plan.next <= now) {
      const scheduledAt = plan.next;
      store.takeUp({ id: randomUUID(), schedule: plan.schedule.name, scheduledAt, attempt: 1, due: scheduledAt });
      plan.next = plan.occurrences(scheduledAt);
    }
  }

  const source: TimedSource & BusySource = {
    name: 'scheduler',
    isBusy: delivery.isBusy,
    nextDue: () => {
      const times = [...planned.values()].map((plan) => plan.next).concat(waiting().map((item) => item.due));
      const due = times.filter((time) => time !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    runDue: async (now) => {
      for (const plan of planned.values()) takeUp(plan, now);
      for (const item of waiting()) {
        if (item.due <= now) delivery.start(planned.get(item.schedule)!.schedule, item);
      }
    },
  };

  return {
    define,
    source,
    list: () =>
      [...planned.values()].map(({ schedule, next }) => ({
        name: schedule.name,
        arn: schedule.arn,
        enabled: schedule.enabled,
        expression: schedule.when.expression,
        timeZone: schedule.when.timeZone,
        targetArn: schedule.target.arn,
        nextRun: next,
        lastRun: store.lastRun(schedule.name),
      })),
    deadLetters: store.deadLetters,
    stop: async () => {
      await delivery.ended();
      store.close();
    },
  };
}

/** The instant from which on no more than `madeUpAtMost` occurrences lie before now. */
function lastOf(occurrences: Occurrences, playedTo: Millis, now: Millis): Millis {
  const missed: Millis[] = [];
  let from = playedTo;
  for (let at = occurrences(playedTo); at !== undefined && at <= now; at = occurrences(at)) {
    missed.push(at);
    if (missed.length > madeUpAtMost) from = missed.shift()!;
  }
  return from;
}
