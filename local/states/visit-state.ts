import type { State } from './definition.ts';
import { visitMap, visitParallel } from './fork-states.ts';
import { visitChoice, visitFail, visitPass, visitSucceed, visitWait } from './simple-states.ts';
import { StateError } from './state-error.ts';
import { visitTask } from './task-state.ts';
import type { Move, Visit } from './visit.ts';

/** Does a state's work once, or throws the StateError that its Retry and Catch will see. */
export function visitState(visit: Visit): Promise<Move> {
  const { wait } = visit.frame.body;
  if (wait.for === 'outcome' && 'error' in wait.outcome) {
    return Promise.reject(new StateError(wait.outcome.error, wait.outcome.cause));
  }
  const { state } = visit;
  const as = <S extends State>(narrowed: S): Visit<S> => ({ ...visit, state: narrowed });
  switch (state.Type) {
    case 'Task':
      return visitTask(as(state));
    case 'Choice':
      return visitChoice(as(state));
    case 'Wait':
      return visitWait(as(state));
    case 'Pass':
      return visitPass(as(state));
    case 'Map':
      return visitMap(as(state));
    case 'Parallel':
      return visitParallel(as(state));
    case 'Succeed':
      return visitSucceed(as(state));
    case 'Fail':
      return visitFail(as(state));
  }
}
