/** The part of Amazon States Language that the engine runs; `read-definition.ts` refuses everything else. */

/** Any JSON in which strings of the form `{% … %}` are JSONata. */
export type Template = unknown;

/** A number, or a `{% … %}` string that gives one. */
export type NumberField = number | string;

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface Results {
  readonly Output?: Template;
  readonly Assign?: Readonly<Record<string, Template>>;
}

export interface Catcher extends Results {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

interface Onward extends Results {
  readonly Next?: string;
  readonly End?: true;
}

interface Fallible {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface TaskState extends Onward, Fallible {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly TimeoutSeconds?: NumberField;
  readonly HeartbeatSeconds?: NumberField;
}

export interface ChoiceState extends Results {
  readonly Type: 'Choice';
  readonly Choices: readonly (Results & { readonly Condition: string | boolean; readonly Next: string })[];
  readonly Default?: string;
}

export interface WaitState extends Onward {
  readonly Type: 'Wait';
  readonly Seconds?: NumberField;
  readonly Timestamp?: string;
}

export interface PassState extends Onward {
  readonly Type: 'Pass';
}

export interface MapState extends Onward, Fallible {
  readonly Type: 'Map';
  readonly Items?: Template;
  readonly ItemSelector?: Template;
  readonly ItemProcessor: Scope;
  readonly MaxConcurrency?: NumberField;
}

export interface ParallelState extends Onward, Fallible {
  readonly Type: 'Parallel';
  readonly Arguments?: Template;
  readonly Branches: readonly Scope[];
}

export interface SucceedState {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly Cause?: string;
}

export type State =
  TaskState | ChoiceState | WaitState | PassState | MapState | ParallelState | SucceedState | FailState;

/** States that see each other: the machine's own, one branch's, or one Map's. */
export interface Scope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface Definition extends Scope {
  readonly TimeoutSeconds?: number;
}

/** One level down: the state that forks, and for a Parallel which of its branches. */
export type Level = readonly [state: string, branch?: number];

/** The scope at the end of `path`, from the machine's outermost scope inwards. */
export function scopeAt(definition: Definition, path: readonly Level[]): Scope {
  let scope: Scope = definition;
  for (const [name, branch] of path) {
    const state = scope.States[name];
    const inner = state?.Type === 'Map' ? state.ItemProcessor : undefined;
    const found = state?.Type === 'Parallel' ? state.Branches[branch ?? 0] : inner;
    if (found === undefined) throw new Error(`The definition has no inner states at ${name}`);
    scope = found;
  }
  return scope;
}
