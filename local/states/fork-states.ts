import type { MapState, ParallelState } from './definition.ts';
import { numberFrom } from './field-values.ts';
import type { MapItem } from './frame.ts';
import { forkEvent, mapIteration, mapStarted } from './history.ts';
import { requireFits } from './sizes.ts';
import { StateError } from './state-error.ts';
import { leave } from './visit.ts';
import type { Child, Move, Visit } from './visit.ts';

/** An inline Map runs at most this many iterations at once, whatever MaxConcurrency says. */
const inlineConcurrency = 40;

export async function visitParallel(visit: Visit<ParallelState>): Promise<Move> {
  const { state, frame, evaluate } = visit;
  if (visit.outputs !== undefined) return join(visit, visit.outputs);
  const input = state.Arguments === undefined ? frame.body.input : await evaluate(state.Arguments);
  requireFits(input, "The Parallel's Arguments");
  visit.tell(forkEvent('Parallel', 'Started'));
  const children = state.Branches.map((branch, index): Child => ({
    level: [frame.body.state, index],
    startAt: branch.StartAt,
    input,
  }));
  return { to: 'fork', children, limit: children.length };
}

export async function visitMap(visit: Visit<MapState>): Promise<Move> {
  const { state, frame, evaluate } = visit;
  if (visit.outputs !== undefined) return join(visit, visit.outputs);
  const items = itemsOf(state.Items === undefined ? frame.body.input : await evaluate(state.Items));
  const asked = numberFrom(await evaluate(state.MaxConcurrency ?? 0), 'MaxConcurrency', 0);
  const limit = Math.min(asked === 0 ? inlineConcurrency : asked, inlineConcurrency);
  const children: Child[] = [];
  for (const item of items) {
    const input = state.ItemSelector === undefined ? item.Value : await evaluate(state.ItemSelector, { item });
    requireFits(input, `The input of iteration ${item.Index}`);
    children.push({ level: [frame.body.state], startAt: state.ItemProcessor.StartAt, input, item });
  }
  visit.tell(mapStarted(children.length));
  for (const index of children.slice(0, limit).keys()) visit.tell(mapIteration('Started', frame.body.state, index));
  return children.length === 0 ? join(visit, []) : { to: 'fork', children, limit };
}

async function join(visit: Visit<MapState | ParallelState>, result: readonly unknown[]): Promise<Move> {
  const { state, evaluate } = visit;
  visit.tell(forkEvent(state.Type, 'Succeeded'));
  return leave(evaluate, state, { next: state.Next, otherwise: result, extra: { result } });
}

function itemsOf(value: unknown): MapItem[] {
  if (Array.isArray(value)) return value.map((Value: unknown, Index) => ({ Index, Value }));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([Key, Value]: [string, unknown], Index) => ({ Index, Key, Value }));
  }
  throw new StateError('States.QueryEvaluationError', 'The field Items must give an array or an object');
}
