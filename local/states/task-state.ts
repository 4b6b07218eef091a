import type { TaskState } from './definition.ts';
import { numberFrom } from './field-values.ts';
import type { TaskWait } from './frame.ts';
import { taskScheduled, taskStarted } from './history.ts';
import { requireFits } from './sizes.ts';
import { lambdaCall } from './tasks.ts';
import { leave } from './visit.ts';
import type { Move, Visit } from './visit.ts';

const callback = '.waitForTaskToken';

/** Whether a Task waits for SendTaskSuccess after its function has answered. */
export function waitsForToken(state: TaskState): boolean {
  return state.Resource.endsWith(callback);
}

/** 'invoke' or 'invoke.waitForTaskToken', as history names it. */
export function resourceName(state: TaskState): string {
  return waitsForToken(state) ? `invoke${callback}` : 'invoke';
}

export async function visitTask(visit: Visit<TaskState>): Promise<Move> {
  const { state, frame, now, place, evaluate } = visit;
  const { wait, input } = frame.body;
  if (wait.for === 'outcome' && 'result' in wait.outcome) {
    const { result } = wait.outcome;
    return leave(evaluate, state, { next: state.Next, otherwise: result, extra: { result } });
  }
  const token = waitsForToken(state) ? visit.newToken() : undefined;
  const parameters = state.Arguments === undefined ? input : await evaluate(state.Arguments, { token });
  requireFits(parameters, "The task's Arguments");
  const timeout = await seconds('TimeoutSeconds');
  const heartbeat = await seconds('HeartbeatSeconds');
  const task: TaskWait = {
    for: 'task',
    call: lambdaCall(parameters, place),
    token,
    deadline: timeout === undefined ? undefined : now + 1_000 * timeout,
    heartbeat: heartbeat === undefined ? undefined : { every: 1_000 * heartbeat, due: now + 1_000 * heartbeat },
  };
  const resource = resourceName(state);
  const limits = { timeoutInSeconds: timeout, heartbeatInSeconds: heartbeat };
  visit.tell(taskScheduled(resource, place.region, parameters, limits), taskStarted(resource));
  return { to: 'wait', wait: task };

  async function seconds(field: 'TimeoutSeconds' | 'HeartbeatSeconds'): Promise<number | undefined> {
    return state[field] === undefined ? undefined : numberFrom(await evaluate(state[field]), field, 1);
  }
}
