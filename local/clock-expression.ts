import type { Millis } from './contracts.ts';

/** The award's own time zone keeps UTC+8 all year round. */
const shanghai: Millis = 8 * 3_600_000;

const fixedUnits: Readonly<Record<string, Millis>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const monthsIn: Readonly<Record<string, number>> = { mo: 1, y: 12 };

export const clockExpressionHelp =
  'Give a distance (+30d, +2y, +5h, +1y6mo; units s m h d w mo y) or a time (2027-03-31T00:00+08:00; ' +
  'without an offset it is Asia/Shanghai time, without a time it is midnight there).';

/**
 * Reads what `npm run clock --` is given and answers the award time meant by it.
 * Months and years are the calendar's in Asia/Shanghai; a day that a month lacks becomes its last.
 */
export function parseClockExpression(expression: string, now: Millis): Millis {
  const text = expression.trim();
  const instant = text.startsWith('+') ? later(text.slice(1), now) : instantOf(text);
  if (instant === undefined) throw new Error(`"${expression}" is no time of the award clock. ${clockExpressionHelp}`);
  return instant;
}

function later(distance: string, now: Millis): Millis | undefined {
  if (!/^(\d+(mo|[smhdwy]))+$/.test(distance)) return undefined;
  let instant = now;
  for (const [, amount, unit] of distance.matchAll(/(\d+)(mo|[smhdwy])/g)) {
    const months = monthsIn[unit!];
    instant =
      months === undefined
        ? instant + Number(amount) * fixedUnits[unit!]!
        : addMonths(instant, Number(amount) * months);
  }
  return Number.isNaN(new Date(instant).getTime()) ? undefined : instant;
}

function addMonths(instant: Millis, months: number): Millis {
  const local = new Date(instant + shanghai);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, lastDay));
  return local.getTime() - shanghai;
}

function instantOf(text: string): Millis | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (parts === null) return undefined;
  const [, date, minutes = '00:00', seconds = ':00', zone = '+08:00'] = parts;
  const written = Date.parse(`${date}T${minutes}${seconds}Z`);
  // Date.parse turns 30 February into a day of March.
  if (Number.isNaN(written) || !new Date(written).toISOString().startsWith(`${date}T${minutes}`)) return undefined;
  const instant = Date.parse(`${date}T${minutes}${seconds}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}
