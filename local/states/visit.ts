import type { Millis } from '../contracts.ts';
import type { Place } from './arns.ts';
import type { Extra } from './bindings.ts';
import type { Level, Results, State } from './definition.ts';
import type { Frame, MapItem, Wait } from './frame.ts';
import type { EventDraft } from './history.ts';
import { requireFits } from './sizes.ts';

/** A frame's turn at its current state. */
export interface Visit<S extends State = State> {
  readonly frame: Frame;
  readonly state: S;
  readonly now: Millis;
  readonly place: Place;
  /** What the children ended with, once all have. */
  readonly outputs: readonly unknown[] | undefined;
  evaluate(template: unknown, extra?: Extra): Promise<unknown>;
  newToken(): string;
  tell(...events: EventDraft[]): void;
}

/** A child to be made: a branch or an iteration. */
export interface Child {
  readonly level: Level;
  readonly startAt: string;
  readonly input: unknown;
  readonly item?: MapItem;
}

/** What a visit decides. */
export type Move =
  | {
      readonly to: 'leave';
      readonly next: string | undefined;
      readonly output: unknown;
      readonly assigned: Record<string, unknown>;
    }
  | { readonly to: 'wait'; readonly wait: Wait }
  | { readonly to: 'fork'; readonly children: readonly Child[]; readonly limit: number };

/** Leaves a state: Assign and Output both see the variables as they were. */
export async function leave(
  evaluate: (template: unknown, extra?: Extra) => Promise<unknown>,
  results: Results,
  { next, otherwise, extra }: { next: string | undefined; otherwise: unknown; extra?: Extra },
): Promise<Move & { to: 'leave' }> {
  const assigned: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(results.Assign ?? {})) {
    assigned[name] = await evaluate(template, extra);
    requireFits(assigned[name], `The variable ${name}`);
  }
  const output = results.Output === undefined ? otherwise : await evaluate(results.Output, extra);
  requireFits(output, "The state's output");
  return { to: 'leave', next, output, assigned };
}
