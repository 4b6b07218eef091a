import type { Millis } from '../contracts.ts';

/** Turns wall-clock times of one zone into instants and back. */
export interface TimeZone {
  readonly name: string;
  /** The wall clock at an instant, written as if it were UTC. */
  wallClock(instant: Millis): Millis;
  /** The first instant at which the zone's clocks show this; undefined where summer time skips it. */
  instant(wallClock: Millis): Millis | undefined;
}

const day: Millis = 86_400_000;

/** Throws at a zone that the tz database does not know. */
export function timeZone(name: string): TimeZone {
  const offset = name === 'UTC' ? () => 0 : offsets(name);
  return {
    name,
    wallClock: (instant) => instant + offset(instant),
    instant: (wallClock) =>
      // No zone changes its clocks twice within two days.
      [offset(wallClock - day), offset(wallClock + day)]
        .map((candidate) => wallClock - candidate)
        .filter((instant) => instant + offset(instant) === wallClock)
        .sort((a, b) => a - b)[0],
  };
}

function offsets(name: string): (instant: Millis) => Millis {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    throw new Error(`the time zone ${name} is not known`);
  }
  return (instant) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant))!;
    if (sign === undefined) return 0;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
}
