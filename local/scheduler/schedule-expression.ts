import type { Millis } from '../contracts.ts';
import { parseCron } from './cron.ts';
import { timeZone } from './time-zone.ts';

/** When a schedule runs: answers the first time after an instant, or undefined when there is none any more. */
export type Occurrences = (after: Millis) => Millis | undefined;

export interface WhenToRun {
  readonly expression: string;
  readonly timeZone: string;
  readonly start?: Millis;
  readonly end?: Millis;
}

const units: Readonly<Record<string, Millis>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads cron(…), rate(…) or at(…). A rate counts from its start, else from its creation, and runs then for the first
 * time, as on AWS. Throws, naming the expression, at anything else.
 */
export function occurrencesOf(when: WhenToRun, created: Millis): Occurrences {
  try {
    return parse(when, created);
  } catch (error) {
    throw new Error(`${when.expression} cannot be scheduled: ${(error as Error).message}`, { cause: error });
  }
}

function parse(when: WhenToRun, created: Millis): Occurrences {
  const zone = timeZone(when.timeZone);
  const [, kind, inner = ''] = /^(cron|rate|at)\((.*)\)$/.exec(when.expression) ?? [];
  switch (kind) {
    case 'cron':
      return between(when, parseCron(inner, zone));
    case 'rate':
      return between(when, every(interval(inner), when.start ?? created));
    case 'at': {
      const instant = zone.instant(wallClock(inner));
      if (instant === undefined) throw new Error(`that time does not exist in ${zone.name}`);
      // Start and end do not concern a schedule that runs once.
      return (after) => (instant > after ? instant : undefined);
    }
    default:
      throw new Error('it is neither cron(…) nor rate(…) nor at(…)');
  }
}

function between({ start = -Infinity, end = Infinity }: WhenToRun, occurrences: Occurrences): Occurrences {
  return (after) => {
    const next = occurrences(Math.max(after, start - 1));
    return next !== undefined && next <= end ? next : undefined;
  };
}

function every(length: Millis, first: Millis): Occurrences {
  return (after) => (after < first ? first : first + (Math.floor((after - first) / length) + 1) * length);
}

function interval(text: string): Millis {
  const [, amount, unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(text) ?? [];
  if (amount === undefined) throw new Error('a rate is a positive number of minutes, hours or days');
  return Number(amount) * units[unit]!;
}

function wallClock(text: string): Millis {
  const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  if (Number.isNaN(written) || !new Date(written).toISOString().startsWith(text)) {
    throw new Error('a time is written yyyy-mm-ddThh:mm:ss');
  }
  return written;
}
