import { AwsError } from '../../contracts.ts';
import { bytesIn } from '../sizes.ts';

export type Input = Readonly<Record<string, unknown>>;

function constraint(field: string, value: unknown, rule: string): AwsError {
  const shown = value === undefined || value === null ? 'null' : `'${String(value).slice(0, 100)}'`;
  const what = `Value ${shown} at '${field}' failed to satisfy constraint: ${rule}`;
  return new AwsError('ValidationException', `1 validation error detected: ${what}`);
}

/** A string of the request, or undefined when it is absent. */
export function optionalText(input: Input, field: string, { least = 0, most = Infinity } = {}): string | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new AwsError('SerializationException', `${field} can not be converted to a String`);
  const size = bytesIn(value);
  if (size < least) throw constraint(field, value, `Member must have length greater than or equal to ${least}`);
  if (size > most) throw constraint(field, value, `Member must have length less than or equal to ${most}`);
  return value;
}

/** A string that the request must carry. */
export function text(input: Input, field: string, size: { least?: number; most?: number } = {}): string {
  const value = optionalText(input, field, size);
  if (value === undefined) throw constraint(field, value, 'Member must not be null');
  return value;
}

/** A true or false of the request. */
export function flag(input: Input, field: string, otherwise: boolean): boolean {
  const value = input[field];
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean')
    throw new AwsError('SerializationException', `${field} can not be converted to a Boolean`);
  return value;
}

/** One of a list of words. */
export function oneOf<Word extends string>(input: Input, field: string, words: readonly Word[]): Word | undefined {
  const value = optionalText(input, field);
  if (value === undefined) return undefined;
  const known = words.find((word) => word === value);
  if (known === undefined) throw constraint(field, value, `Member must satisfy enum value set: [${words.join(', ')}]`);
  return known;
}

/** How many results a page may have: 100 where 0 or nothing is asked. */
export function pageSize(input: Input): number {
  const value = input.maxResults ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new AwsError('SerializationException', 'maxResults can not be converted to an Integer');
  }
  if (value < 0) throw constraint('maxResults', value, 'Member must have value greater than or equal to 0');
  if (value > 1_000) throw constraint('maxResults', value, 'Member must have value less than or equal to 1000');
  return value === 0 ? 100 : value;
}

/** Where the next page begins, sealed to what was asked: a token of another question is refused. */
export function nextToken(question: string, position: number | string): string {
  return Buffer.from(JSON.stringify([question, position])).toString('base64url');
}

export function positionIn(input: Input, question: string): number | string | undefined {
  const token = optionalText(input, 'nextToken', { least: 1, most: 3_096 });
  if (token === undefined) return undefined;
  try {
    const [asked, position] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [string, number | string];
    if (asked === question) return position;
  } catch {
    // Not a token of ours: refused below like one of another question.
  }
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
}

/** Seconds since the epoch, as the JSON protocol writes times. */
export function seconds(millis: number): number {
  return millis / 1_000;
}
