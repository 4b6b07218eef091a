import type { Millis } from '../contracts.ts';
import type { Schedule } from './schedule.ts';

/** One time that a schedule runs, and the attempt at it. */
export interface Occurrence {
  /** Scheduler's execution id: the same for all attempts. */
  readonly id: string;
  /** The name of the schedule. */
  readonly schedule: string;
  readonly scheduledAt: Millis;
  /** From 1. */
  readonly attempt: number;
}

/**
 * The target's input, with the context attributes of Scheduler (<aws.scheduler.scheduled-time> and the like) filled
 * in. Without an input AWS sends the event of a scheduled rule. Text that is no JSON is passed on as text.
 */
export function payloadOf(schedule: Schedule, occurrence: Occurrence): unknown {
  const time = new Date(occurrence.scheduledAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
  if (schedule.input === undefined) return scheduledEvent(schedule, occurrence, time);
  const attributes: Readonly<Record<string, string>> = {
    'scheduled-time': time,
    'execution-id': occurrence.id,
    'schedule-arn': schedule.arn,
    'attempt-number': String(occurrence.attempt),
  };
  const filled = schedule.input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (written, name: string) =>
    Object.hasOwn(attributes, name) ? attributes[name]! : written,
  );
  try {
    return JSON.parse(filled);
  } catch {
    return filled;
  }
}

function scheduledEvent({ arn }: Schedule, { id }: Occurrence, time: string): unknown {
  const [, , , region, account] = arn.split(':');
  return {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account,
    time,
    region,
    resources: [arn],
    detail: '{}',
  };
}
