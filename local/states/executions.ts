import { randomUUID } from 'node:crypto';
import type { AwardClock } from '../contracts.ts';
import { executionArn } from './arns.ts';
import type { Place } from './arns.ts';
import type { Definition } from './definition.ts';
import type { Engine } from './engine.ts';
import type { FrameBody } from './frame.ts';
import { executionRedriven, executionStarted, historyLimit } from './history.ts';
import type { Machines } from './machines.ts';
import type { ExecutionRow } from './rows.ts';
import type { Store } from './store.ts';

const day = 86_400_000;
/** Step Functions redrives within 14 days of the end. */
const redrivable = 14 * day;
/** Step Functions keeps closed executions for 90 days. */
const kept = 90 * day;

/** Starts, stops, resumes and redrives executions. */
export class Executions {
  readonly #parts: { store: Store; engine: Engine; clock: AwardClock; place: Place; machines: Machines };

  constructor(parts: { store: Store; engine: Engine; clock: AwardClock; place: Place; machines: Machines }) {
    this.#parts = parts;
  }

  /** Takes every running execution up where it stood. Those of machines no longer defined rest. */
  resume(): void {
    const { store, engine, machines, clock } = this.#parts;
    store.forgetClosedBefore(clock.now() - kept);
    for (const row of store.running()) {
      const defined = machines.get(row.machine);
      if (defined === undefined || engine.running(row.seq) !== undefined) continue;
      engine.load(row, defined.machine, this.#definitionOf(row), store.frames(row.seq));
    }
  }

  /** Starts one; undefined when the name is taken by another execution than this same one, still running. */
  start(machineName: string, input: string, name: string = randomUUID()): ExecutionRow | undefined {
    const { store, engine, clock, place, machines } = this.#parts;
    const defined = machines.get(machineName)!;
    const arn = executionArn(place, machineName, name);
    const known = store.byArn(arn);
    if (known !== undefined) return known.status === 'RUNNING' && known.input === input ? known : undefined;
    const started = clock.now();
    const { definition, fingerprint, machine } = defined;
    const row: Omit<ExecutionRow, 'seq'> = {
      ...{ arn, machine: machineName, name, definition: fingerprint, input, started },
      ...{ status: 'RUNNING', stopped: null, output: null, error: null, cause: null, redriveCount: 0, redriven: null },
      deadline: deadlineFrom(definition, started),
    };
    const root = firstFrame(definition, JSON.parse(input) as unknown);
    const event = { id: 1, at: started, previous: 0, ...executionStarted(input, machine.roleArn) };
    const seq = store.insert(row, () => ({ events: [event], saved: [root], dropped: [] }));
    engine.load({ ...row, seq }, machine, definition, [root]);
    return { ...row, seq };
  }

  /** Stops a running execution; one that is closed already stays as it ended. */
  stop(row: ExecutionRow, failure: { error?: string; cause?: string }): ExecutionRow {
    const running = this.#parts.engine.running(row.seq);
    if (running !== undefined) this.#parts.engine.end(running, 'ABORTED', failure);
    return this.#parts.store.bySeq(row.seq)!;
  }

  /** Why an execution cannot be redriven, or undefined when it can. */
  whyNotRedrivable(row: ExecutionRow): string | undefined {
    if (row.status === 'RUNNING') return 'Execution is RUNNING and cannot be redriven';
    if (row.status === 'SUCCEEDED') return 'Execution is SUCCEEDED and cannot be redriven';
    if (this.#parts.clock.now() - (row.stopped ?? 0) > redrivable) return 'Execution exceeded 14 days after its end';
    const full = this.#parts.store.lastEvent(row.seq) >= historyLimit - 1;
    return full ? 'Execution has reached the maximum number of history events' : undefined;
  }

  /** Continues from where it failed: ended branches and iterations keep their results. */
  redrive(row: ExecutionRow): ExecutionRow {
    const { store, engine, clock, machines } = this.#parts;
    const now = clock.now();
    const definition = this.#definitionOf(row);
    const frames = store.frames(row.seq).map(startOver);
    const redriven: ExecutionRow = {
      ...row,
      ...{ status: 'RUNNING', stopped: null, output: null, error: null, cause: null },
      ...{ redriveCount: row.redriveCount + 1, redriven: now, deadline: deadlineFrom(definition, now) },
    };
    const id = store.lastEvent(row.seq) + 1;
    const event = { id, at: now, previous: id - 1, ...executionRedriven(redriven.redriveCount) };
    store.commit({ execution: redriven, events: [event], saved: frames, dropped: [], rowChanged: true });
    engine.load(redriven, machines.get(row.machine)!.machine, definition, frames);
    return redriven;
  }

  #definitionOf(row: ExecutionRow): Definition {
    return JSON.parse(this.#parts.store.definition(row.definition)!) as Definition;
  }
}

function deadlineFrom({ TimeoutSeconds }: Definition, start: number): number | null {
  return TimeoutSeconds === undefined ? null : start + 1_000 * TimeoutSeconds;
}

function firstFrame(definition: Definition, input: unknown): FrameBody {
  return {
    ...{ id: 1, slot: 0, path: [], state: definition.StartAt, input, vars: {} },
    ...{ retryCount: 0, attempts: [], lastEvent: 0, wait: { for: 'turn' } },
  };
}

function startOver(body: FrameBody): FrameBody {
  const fresh: FrameBody = { ...body, retryCount: 0, attempts: [] };
  const stays = body.wait.for === 'children' || body.wait.for === 'slot' || body.wait.for === 'nothing';
  return stays ? fresh : { ...fresh, entered: undefined, wait: { for: 'turn' } };
}
