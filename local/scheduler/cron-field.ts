/** The values that a field of a cron expression may hold, and their names. */
export interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names in the order of the values, the first standing for `least`. */
  readonly names?: readonly string[];
}

export const minutesField: CronField = { name: 'minutes', least: 0, most: 59 };
export const hoursField: CronField = { name: 'hours', least: 0, most: 23 };
export const dayOfMonthField: CronField = { name: 'day-of-month', least: 1, most: 31 };
export const monthField: CronField = {
  name: 'month',
  least: 1,
  most: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
export const dayOfWeekField: CronField = {
  name: 'day-of-week',
  least: 1,
  most: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
export const yearField: CronField = { name: 'year', least: 1970, most: 2199 };

/** All values of a comma-separated field, ascending. */
export function parseField(field: CronField, text: string): number[] {
  const values = new Set(text.split(',').flatMap((element) => parseElement(field, element)));
  return [...values].sort((a, b) => a - b);
}

/** The values of one element: `*`, `5`, `MON`, `1-5`, and each of them with `/step`. */
export function parseElement(field: CronField, element: string): number[] {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(element) ?? [];
  const every = step === undefined ? 1 : Number(step);
  const [from, to] = bounds(field, range, step !== undefined);
  if (from === undefined || to === undefined || from > to || every < 1) {
    throw new Error(`"${element}" is no value of the field ${field.name}`);
  }
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => from + at * every);
}

function bounds(field: CronField, range: string, stepped: boolean): [number | undefined, number | undefined] {
  if (range === '*') return [field.least, field.most];
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) return [undefined, undefined];
  const from = parseValue(field, first);
  // "10/5" means from the tenth on.
  return [from, last === undefined ? (stepped ? field.most : from) : parseValue(field, last)];
}

/** One value by number or name, or undefined when the field has no such value. */
export function parseValue(field: CronField, text: string): number | undefined {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return field.least + named;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= field.least && value <= field.most ? value : undefined;
}
