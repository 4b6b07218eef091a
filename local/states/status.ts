import type { Millis } from '../contracts.ts';
import type { Definition } from './definition.ts';
import type { Engine } from './engine.ts';
import type { FrameBody } from './frame.ts';
import { graphOf } from './graph.ts';
import type { Graph } from './graph.ts';
import type { HistoryEvent } from './history.ts';
import type { Machines } from './machines.ts';
import type { ExecutionRow, Status } from './rows.ts';
import type { Store } from './store.ts';
import { withoutTokens } from './tokens.ts';

export interface MachineStatus {
  readonly name: string;
  readonly arn: string;
  readonly graph: Graph;
  /** How many executions stand at each status. */
  readonly executions: Readonly<Record<string, number>>;
}

/** Where one line of an execution stands and what it waits for. */
export interface CurrentState {
  readonly state: string;
  /** The Parallels and Maps around it, outermost first. */
  readonly inside: readonly string[];
  readonly waitsFor: FrameBody['wait']['for'];
  readonly since?: Millis;
  /** The award time at which it goes on or times out by itself. */
  readonly due?: Millis;
}

export interface ExecutionStatus {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: Status;
  readonly started: Millis;
  readonly stopped?: Millis;
  readonly error?: string;
  readonly cause?: string;
  readonly current: readonly CurrentState[];
}

export interface ExecutionDetails extends ExecutionStatus {
  readonly input: unknown;
  readonly output?: unknown;
  readonly definition: Definition;
  readonly graph: Graph;
}

/** A way that an execution went: into `state`, out of `from` unless a scope began there, so many times. */
export interface Step {
  readonly state: string;
  readonly from?: string;
  readonly times: number;
}

export interface ExecutionFilter {
  readonly machine?: string;
  readonly status?: Status;
  /** The ARN that the page before ended with. */
  readonly before?: string;
  /** Award time: something of them began, went on or ended then or later. */
  readonly since?: Millis;
  /** 100 when absent. */
  readonly limit?: number;
}

/** What the status page shows of machines and executions; it only looks. */
export class StatusView {
  readonly #parts: { store: Store; engine: Engine; machines: Machines };

  constructor(parts: { store: Store; engine: Engine; machines: Machines }) {
    this.#parts = parts;
  }

  machines(): MachineStatus[] {
    return this.#parts.machines.all().map(({ machine, definition }) => ({
      name: machine.name,
      arn: machine.arn,
      graph: graphOf(definition),
      executions: this.#parts.store.countByStatus(machine.name),
    }));
  }

  /** Newest first. */
  executions({ before, limit = 100, ...filter }: ExecutionFilter): ExecutionStatus[] {
    const { store } = this.#parts;
    const seq = before === undefined ? undefined : store.byArn(before)?.seq;
    return store.list({ ...filter, before: seq, limit }).map((row) => this.#status(row));
  }

  describe(arn: string): ExecutionDetails | undefined {
    const { store } = this.#parts;
    const row = store.byArn(arn);
    if (row === undefined) return undefined;
    const definition = JSON.parse(store.definition(row.definition)!) as Definition;
    return {
      ...this.#status(row),
      input: JSON.parse(row.input) as unknown,
      ...(row.output !== null && { output: JSON.parse(row.output) as unknown }),
      definition,
      graph: graphOf(definition),
    };
  }

  /** Events after the one numbered `after`, task tokens blotted out. */
  history(arn: string, page: { after: number; limit: number }): HistoryEvent[] {
    const { store } = this.#parts;
    const row = store.byArn(arn);
    if (row === undefined) return [];
    return JSON.parse(withoutTokens(JSON.stringify(store.events(row.seq, page)))) as HistoryEvent[];
  }

  /** The ways that the execution went so far, each once. */
  steps(arn: string): Step[] {
    const { store } = this.#parts;
    const row = store.byArn(arn);
    return row === undefined ? [] : store.steps(row.seq);
  }

  #status(row: ExecutionRow): ExecutionStatus {
    const live = this.#parts.engine.running(row.seq);
    const bodies =
      live === undefined ? this.#parts.store.frames(row.seq) : [...live.frames.values()].map(({ body }) => body);
    const { arn, machine, name, status, started, stopped, error, cause } = row;
    return {
      ...{ arn, machine, name, status, started },
      ...(stopped !== null && { stopped }),
      ...(error !== null && { error }),
      ...(cause !== null && { cause }),
      current: bodies.filter(({ wait }) => wait.for !== 'nothing' && wait.for !== 'slot').map(currentState),
    };
  }
}

function currentState({ state, path, wait, entered }: FrameBody): CurrentState {
  const due = dueOf(wait);
  return {
    state,
    inside: path.map(([name]) => name),
    waitsFor: wait.for,
    ...(entered !== undefined && { since: entered }),
    ...(due !== undefined && { due }),
  };
}

function dueOf(wait: FrameBody['wait']): Millis | undefined {
  if (wait.for === 'time' || wait.for === 'retry') return wait.due;
  if (wait.for !== 'task') return undefined;
  const dues = [wait.deadline, wait.heartbeat?.due].filter((due) => due !== undefined);
  return dues.length === 0 ? undefined : Math.min(...dues);
}
