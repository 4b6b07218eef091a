import type { Millis } from '../contracts.ts';
import type { State } from './definition.ts';

/** One event as it is stored; `details` is AWS's one member named for the kind of event. */
export interface HistoryEvent {
  readonly id: number;
  readonly at: Millis;
  readonly type: string;
  readonly previous: number;
  readonly details: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** An event before its transition is written: number, time and predecessor come with the write. */
export type EventDraft = Pick<HistoryEvent, 'type' | 'details'>;

/** Step Functions ends an execution at its 25,000th event unless that one says it succeeded. */
export const historyLimit = 25_000;

export interface Failure {
  readonly error?: string;
  readonly cause?: string;
}

const whole = { truncated: false } as const;

/** The first event of every history. */
export function executionStarted(input: string, roleArn: string): EventDraft {
  const details = { input, inputDetails: whole, roleArn };
  return { type: 'ExecutionStarted', details: { executionStartedEventDetails: details } };
}

export function executionRedriven(redriveCount: number): EventDraft {
  return { type: 'ExecutionRedriven', details: { executionRedrivenEventDetails: { redriveCount } } };
}

export function executionSucceeded(output: string): EventDraft {
  return {
    type: 'ExecutionSucceeded',
    details: { executionSucceededEventDetails: { output, outputDetails: whole } },
  };
}

const endings = {
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const;

export function executionEnded(status: keyof typeof endings, failure: Failure): EventDraft {
  const [type, key] = endings[status];
  return { type, details: { [key]: failed(failure) } };
}

export function stateEntered(type: State['Type'], name: string, input: unknown): EventDraft {
  const details = { name, input: JSON.stringify(input), inputDetails: whole };
  return { type: `${type}StateEntered`, details: { stateEnteredEventDetails: details } };
}

export function stateExited(
  type: State['Type'],
  name: string,
  output: unknown,
  assigned: Readonly<Record<string, unknown>>,
): EventDraft {
  const names = Object.entries(assigned);
  const variables = Object.fromEntries(names.map(([key, value]) => [key, JSON.stringify(value)]));
  const details = {
    name,
    output: JSON.stringify(output),
    outputDetails: whole,
    ...(names.length > 0 && { assignedVariables: variables, assignedVariablesDetails: whole }),
  };
  return { type: `${type}StateExited`, details: { stateExitedEventDetails: details } };
}

export function evaluationFailed(state: string, failure: Failure): EventDraft {
  return {
    type: 'EvaluationFailed',
    details: { evaluationFailedEventDetails: { error: failure.error, ...failed(failure), state } },
  };
}

const lambda = { resourceType: 'lambda' };

export function taskScheduled(
  resource: string,
  region: string,
  parameters: unknown,
  limits: { timeoutInSeconds?: number; heartbeatInSeconds?: number },
): EventDraft {
  const details = { ...lambda, resource, region, parameters: JSON.stringify(parameters), ...limits };
  return { type: 'TaskScheduled', details: { taskScheduledEventDetails: details } };
}

export function taskStarted(resource: string): EventDraft {
  return { type: 'TaskStarted', details: { taskStartedEventDetails: { ...lambda, resource } } };
}

export function taskSubmitted(resource: string, output: unknown): EventDraft {
  const details = { ...lambda, resource, output: JSON.stringify(output), outputDetails: whole };
  return { type: 'TaskSubmitted', details: { taskSubmittedEventDetails: details } };
}

export function taskSucceeded(resource: string, output: unknown): EventDraft {
  const details = { ...lambda, resource, output: JSON.stringify(output), outputDetails: whole };
  return { type: 'TaskSucceeded', details: { taskSucceededEventDetails: details } };
}

export function taskFailed(resource: string, failure: Failure): EventDraft {
  return { type: 'TaskFailed', details: { taskFailedEventDetails: { ...lambda, resource, ...failed(failure) } } };
}

export function taskTimedOut(resource: string, failure: Failure): EventDraft {
  return { type: 'TaskTimedOut', details: { taskTimedOutEventDetails: { ...lambda, resource, ...failed(failure) } } };
}

export function mapStarted(length: number): EventDraft {
  return { type: 'MapStateStarted', details: { mapStateStartedEventDetails: { length } } };
}

const iterationKeys = {
  Started: 'mapIterationStartedEventDetails',
  Succeeded: 'mapIterationSucceededEventDetails',
  Failed: 'mapIterationFailedEventDetails',
  Aborted: 'mapIterationAbortedEventDetails',
} as const;

export function mapIteration(what: keyof typeof iterationKeys, name: string, index: number): EventDraft {
  return { type: `MapIteration${what}`, details: { [iterationKeys[what]]: { name, index } } };
}

/** The events of a fork that have no details: ParallelStateStarted, MapStateSucceeded, … */
export function forkEvent(type: 'Map' | 'Parallel', what: 'Started' | 'Succeeded' | 'Failed'): EventDraft {
  return { type: `${type}State${what}`, details: {} };
}

function failed({ error, cause }: Failure): Readonly<Record<string, unknown>> {
  return { ...(error && { error }), ...(cause !== undefined && { cause }) };
}
