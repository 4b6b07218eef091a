import type { Millis } from '../contracts.ts';
import type { Catcher, Retrier, State } from './definition.ts';
import type { StateError } from './state-error.ts';

/** Step Functions: 99,999,999 attempts at most, 3 where none are given. */
const defaultAttempts = 3;

const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);
/** Only their own names match these: no wildcard does. */
const beyondWildcards = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Whether a Retry or Catch that lists `names` is meant for `error`. */
export function matches(names: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') return false;
  return names.some((name) => {
    if (name === error) return true;
    if (beyondWildcards.has(error)) return false;
    if (name === 'States.ALL') return true;
    if (name === 'States.TaskFailed') return !timeouts.has(error);
    return name === 'States.Timeout' && error === 'States.HeartbeatTimeout';
  });
}

/** The index of the retrier that takes the error and how long to wait, or undefined when no attempt is left. */
export function nextAttempt(
  state: State,
  error: StateError,
  attempts: readonly number[],
  random: () => number,
): { retrier: number; delay: Millis } | undefined {
  const retriers = 'Retry' in state ? (state.Retry ?? []) : [];
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error.error));
  const retrier = retriers[index];
  if (retrier === undefined) return undefined;
  const used = attempts[index] ?? 0;
  if (used >= (retrier.MaxAttempts ?? defaultAttempts)) return undefined;
  return { retrier: index, delay: delayOf(retrier, used, random) };
}

function delayOf(retrier: Retrier, used: number, random: () => number): Millis {
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Infinity, longestDelay);
  return Math.round(1_000 * seconds * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}

/** A year, in seconds: no execution lives longer, and an unbounded back-off would leave the range of dates. */
const longestDelay = 31_536_000;

/** The first catcher that takes the error. */
export function catcherFor(state: State, error: StateError): Catcher | undefined {
  if (!('Catch' in state)) return undefined;
  return state.Catch?.find((catcher) => matches(catcher.ErrorEquals, error.error));
}
