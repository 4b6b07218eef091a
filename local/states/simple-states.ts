import type { ChoiceState, FailState, PassState, SucceedState, WaitState } from './definition.ts';
import { numberFrom, textFrom, timestampFrom } from './field-values.ts';
import { StateError } from './state-error.ts';
import { leave } from './visit.ts';
import type { Move, Visit } from './visit.ts';

export async function visitPass({ state, frame, evaluate }: Visit<PassState>): Promise<Move> {
  return leave(evaluate, state, { next: state.Next, otherwise: frame.body.input });
}

/** The state's own Assign and Output belong to Default; a rule brings its own. */
export async function visitChoice({ state, frame, evaluate }: Visit<ChoiceState>): Promise<Move> {
  const otherwise = frame.body.input;
  for (const rule of state.Choices) {
    const holds = await evaluate(rule.Condition);
    if (typeof holds !== 'boolean') {
      throw new StateError('States.QueryEvaluationError', `The Condition ${rule.Condition} did not give true or false`);
    }
    if (holds) return leave(evaluate, rule, { next: rule.Next, otherwise });
  }
  if (state.Default === undefined) {
    throw new StateError('States.NoChoiceMatched', `No rule of ${frame.body.state} matched and it has no Default`);
  }
  return leave(evaluate, state, { next: state.Default, otherwise });
}

export async function visitWait({ state, frame, now, evaluate }: Visit<WaitState>): Promise<Move> {
  const { wait, entered = now, input } = frame.body;
  // Its timer fired: whatever the clock says by now, it has waited.
  const due = wait.for === 'outcome' ? now : await dueTime();
  if (due > now) return { to: 'wait', wait: { for: 'time', due } };
  return leave(evaluate, state, { next: state.Next, otherwise: input });

  async function dueTime(): Promise<number> {
    if (state.Timestamp !== undefined) return timestampFrom(await evaluate(state.Timestamp), 'Timestamp');
    return entered + 1_000 * numberFrom(await evaluate(state.Seconds), 'Seconds', 0);
  }
}

export async function visitSucceed({ state, frame, evaluate }: Visit<SucceedState>): Promise<Move> {
  return leave(evaluate, state, { next: undefined, otherwise: frame.body.input });
}

export async function visitFail({ state, evaluate }: Visit<FailState>): Promise<Move> {
  const error = state.Error === undefined ? '' : textFrom(await evaluate(state.Error), 'Error');
  const cause = state.Cause === undefined ? undefined : textFrom(await evaluate(state.Cause), 'Cause');
  throw new StateError(error, cause);
}
