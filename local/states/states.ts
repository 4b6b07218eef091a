import type { AwardClock, Authority, BusySource, InvokeFunction, JsonService, TimedSource } from '../contracts.ts';
import { Engine } from './engine.ts';
import { Executions } from './executions.ts';
import { Machines } from './machines.ts';
import type { MachineTemplate } from './machines.ts';
import { StatusView } from './status.ts';
import type { HistoryEvent } from './history.ts';
import type { ExecutionDetails, ExecutionFilter, ExecutionStatus, MachineStatus, Step } from './status.ts';
import { Store } from './store.ts';
import { invokeLambda } from './tasks.ts';
import { Timers } from './timers.ts';
import { wireService } from './wire/wire.ts';

export { DefinitionRefused } from './read-definition.ts';
export type { MachineTemplate } from './machines.ts';
export type { CurrentState, ExecutionDetails, ExecutionStatus, MachineStatus, Step } from './status.ts';
export type { HistoryEvent } from './history.ts';
export type { Status } from './rows.ts';
export type { Graph, GraphEdge, GraphNode } from './graph.ts';

export interface StatesOptions {
  /** The SQLite file, or ':memory:'. */
  readonly file: string;
  readonly clock: AwardClock;
  readonly region: string;
  readonly partition: string;
  readonly account: string;
  readonly authority: Authority;
  readonly invoke: InvokeFunction;
  /** For jitter. */
  readonly random?: () => number;
}

/** The local Step Functions. */
export interface States {
  readonly service: JsonService;
  /** Throws DefinitionRefused, naming state and field, for whatever would not run exactly as written. */
  defineMachine(machine: MachineTemplate): void;
  /** Takes up every running execution where it stood. Call it once all machines are defined. */
  start(): void;
  /** Waits, retries, timeouts and heartbeats, on the award's clock. */
  readonly timers: TimedSource;
  readonly busy: BusySource;
  machines(): MachineStatus[];
  /** Newest first. */
  executions(filter?: ExecutionFilter): ExecutionStatus[];
  describe(executionArn: string): ExecutionDetails | undefined;
  /** Events after the one numbered `after` (0: from the first), task tokens blotted out. */
  history(executionArn: string, page: { after: number; limit: number }): HistoryEvent[];
  /** The ways that the execution went so far, each once. */
  steps(executionArn: string): Step[];
  close(): void;
}

/** Opens the local Step Functions on its file. */
export function createStates(options: StatesOptions): States {
  const { clock, authority, invoke, region, partition, account, random = Math.random } = options;
  const place = { region, partition, account };
  const store = new Store(options.file);
  const timers = new Timers();
  const machines = new Machines({ store, clock, place });
  const engine = new Engine({
    ...{ store, timers, clock, place, random },
    call: ({ principal }, call) => invokeLambda(call, principal, { authority, invoke }),
  });
  const executions = new Executions({ store, engine, clock, place, machines });
  const view = new StatusView({ store, engine, machines });
  return {
    service: wireService({ store, engine, machines, executions, clock }, authority),
    defineMachine: (machine) => machines.define(machine),
    start: () => executions.resume(),
    timers,
    busy: engine,
    machines: () => view.machines(),
    executions: (filter = {}) => view.executions(filter),
    describe: (arn) => view.describe(arn),
    history: (arn, page) => view.history(arn, page),
    steps: (arn) => view.steps(arn),
    close() {
      engine.abandon();
      store.close();
    },
  };
}
