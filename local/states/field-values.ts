import { StateError } from './state-error.ts';

/** Step Functions' largest number of seconds, about three years. */
const mostSeconds = 99_999_999;

function unexpected(field: string, expected: string): StateError {
  return new StateError('States.QueryEvaluationError', `The field ${field} must give ${expected}`);
}

/** A whole number within the bounds of a field of seconds. */
export function numberFrom(value: unknown, field: string, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > mostSeconds) {
    throw unexpected(field, `a whole number from ${least} to ${mostSeconds}`);
  }
  return value;
}

export function textFrom(value: unknown, field: string): string {
  if (typeof value !== 'string') throw unexpected(field, 'a string');
  return value;
}

/** RFC 3339 with `T` and a zone, as Amazon States Language demands. */
const timestampShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is a timestamp as Amazon States Language writes one. */
export function isTimestamp(value: unknown): value is string {
  return typeof value === 'string' && timestampShape.test(value) && !Number.isNaN(Date.parse(value));
}

export function timestampFrom(value: unknown, field: string): number {
  if (!isTimestamp(value)) throw unexpected(field, 'an ISO 8601 timestamp');
  return Date.parse(value);
}
