import type { Principal } from '../contracts.ts';
import type { Definition } from './definition.ts';
import { Frame } from './frame.ts';
import type { FrameBody } from './frame.ts';
import type { ExecutionRow } from './rows.ts';

/** A machine as it was loaded, with the role that its tasks act under. */
export interface Machine {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly principal: Principal;
}

/** The children of one Parallel or Map, so that the last to end is known without counting them again. */
export interface Fork {
  readonly frames: Frame[];
  readonly limit: number;
  /** How many were let go; the others wait for MaxConcurrency. */
  opened: number;
  ended: number;
}

/** A running execution in memory. */
export class Execution {
  readonly row: ExecutionRow;
  readonly machine: Machine;
  readonly definition: Definition;
  readonly input: unknown;
  readonly frames = new Map<number, Frame>();
  readonly forks = new Map<number, Fork>();
  lastEvent: number;
  nextFrame = 1;

  constructor(parts: {
    row: ExecutionRow;
    machine: Machine;
    definition: Definition;
    bodies: FrameBody[];
    lastEvent: number;
  }) {
    this.row = parts.row;
    this.machine = parts.machine;
    this.definition = parts.definition;
    this.input = JSON.parse(parts.row.input) as unknown;
    this.lastEvent = parts.lastEvent;
    for (const body of parts.bodies) this.addFrame(body);
    for (const frame of this.frames.values()) {
      if (frame.body.wait.for === 'children') this.addFork(frame, frame.body.wait.limit);
    }
  }

  addFrame(body: FrameBody): Frame {
    const frame = new Frame(this.definition, body);
    this.frames.set(body.id, frame);
    this.nextFrame = Math.max(this.nextFrame, body.id + 1);
    return frame;
  }

  /** Finds the frame's children again and where they stand. */
  addFork(parent: Frame, limit: number): Fork {
    const frames = [...this.frames.values()].filter((frame) => frame.body.parent === parent.body.id);
    frames.sort((one, other) => one.body.slot - other.body.slot);
    const opened = frames.filter((frame) => frame.body.wait.for !== 'slot').length;
    const fork = { frames, limit, opened, ended: frames.filter((frame) => frame.ended).length };
    this.forks.set(parent.body.id, fork);
    return fork;
  }

  parentOf(frame: Frame): Frame | undefined {
    return frame.body.parent === undefined ? undefined : this.frames.get(frame.body.parent);
  }

  /** Lets go of everything below a frame; returns the ids, for the store to drop as well. */
  prune(frame: Frame): number[] {
    const fork = this.forks.get(frame.body.id);
    this.forks.delete(frame.body.id);
    return (fork?.frames ?? []).flatMap((child) => {
      child.gone = true;
      this.frames.delete(child.body.id);
      return [child.body.id, ...this.prune(child)];
    });
  }

  /** Makes deaf everything below a frame, leaving it in place for a redrive. */
  silence(frame: Frame): void {
    for (const child of this.forks.get(frame.body.id)?.frames ?? []) {
      child.gone = true;
      this.silence(child);
    }
  }
}
