import type { Millis } from '../contracts.ts';
import type { Definition, Level, Scope, State } from './definition.ts';
import { scopeAt } from './definition.ts';
import type { LambdaCall } from './tasks.ts';

/** How a task or a fork ended. */
export type Outcome = { readonly result: unknown } | { readonly error: string; readonly cause?: string };

/** A task under way: its call, and for a task with a token whether the call has been answered. */
export interface TaskWait {
  readonly for: 'task';
  readonly call: LambdaCall;
  readonly token?: string;
  submitted?: boolean;
  readonly deadline?: Millis;
  readonly heartbeat?: { readonly every: Millis; due: Millis };
}

/** What a frame stands at. Everything that a restart must find again is in here. */
export type Wait =
  | { readonly for: 'turn' }
  | TaskWait
  | { readonly for: 'time'; readonly due: Millis }
  | { readonly for: 'retry'; readonly due: Millis }
  | { readonly for: 'children'; readonly limit: number }
  | { readonly for: 'slot' }
  | { readonly for: 'outcome'; readonly outcome: Outcome }
  | { readonly for: 'nothing'; readonly output: unknown };

export interface MapItem {
  readonly Index: number;
  readonly Key?: string;
  readonly Value: unknown;
}

/** What is stored of a frame: one line of states being walked (the machine's own, a branch, a Map's iteration). */
export interface FrameBody {
  readonly id: number;
  readonly parent?: number;
  /** The position among the parent's children. */
  readonly slot: number;
  readonly path: readonly Level[];
  readonly item?: MapItem;
  state: string;
  input: unknown;
  vars: Record<string, unknown>;
  /** When the current state was entered; absent until its first turn. */
  entered?: Millis;
  retryCount: number;
  /** Attempts used, per retrier of the current state. */
  attempts: number[];
  lastEvent: number;
  wait: Wait;
}

/** A frame at work. */
export class Frame {
  body: FrameBody;
  readonly scope: Scope;
  /** Its execution or its fork ended: whatever still comes for it is ignored. */
  gone = false;

  constructor(definition: Definition, body: FrameBody) {
    this.body = body;
    this.scope = scopeAt(definition, body.path);
  }

  get state(): State {
    const state = this.scope.States[this.body.state];
    if (state === undefined) throw new Error(`The definition has no state ${this.body.state}`);
    return state;
  }

  get ended(): boolean {
    return this.body.wait.for === 'nothing';
  }
}

/** Puts a frame in front of a state, as if it had just arrived there. */
export function arrive(body: FrameBody, state: string, input: unknown): void {
  body.state = state;
  body.input = input;
  body.entered = undefined;
  body.retryCount = 0;
  body.attempts = [];
  body.wait = { for: 'turn' };
}
