import type { Bindings } from './expressions.ts';
import type { Execution } from './execution.ts';
import type { Frame, MapItem } from './frame.ts';

/** What `$states` holds only at some places. */
export interface Extra {
  readonly result?: unknown;
  readonly errorOutput?: { readonly Error: string; readonly Cause?: string };
  readonly token?: string;
  readonly item?: MapItem;
}

/** What the expressions of a state see: the variables in scope and `$states`. */
export function bindingsFor(execution: Execution, frame: Frame, extra: Extra): Bindings {
  const { body } = frame;
  const { row, machine } = execution;
  const item = extra.item ?? itemAround(execution, frame);
  const context = {
    Execution: {
      Id: row.arn,
      Input: execution.input,
      Name: row.name,
      RoleArn: machine.roleArn,
      StartTime: new Date(row.started).toISOString(),
      RedriveCount: row.redriveCount,
      ...(row.redriven !== null && { RedriveTime: new Date(row.redriven).toISOString() }),
    },
    State: {
      EnteredTime: new Date(body.entered ?? row.started).toISOString(),
      Name: body.state,
      RetryCount: body.retryCount,
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...(extra.token !== undefined && { Task: { Token: extra.token } }),
    ...(item !== undefined && { Map: { Item: item } }),
  };
  const states = {
    input: body.input,
    context,
    ...('result' in extra && { result: extra.result }),
    ...(extra.errorOutput !== undefined && { errorOutput: extra.errorOutput }),
  };
  return { ...variablesIn(execution, frame), states };
}

/** Inner scopes read the variables of the outer ones. */
function variablesIn(execution: Execution, frame: Frame): Bindings {
  const parent = execution.parentOf(frame);
  return parent === undefined ? frame.body.vars : { ...variablesIn(execution, parent), ...frame.body.vars };
}

function itemAround(execution: Execution, frame: Frame): MapItem | undefined {
  if (frame.body.item !== undefined) return frame.body.item;
  const parent = execution.parentOf(frame);
  return parent === undefined ? undefined : itemAround(execution, parent);
}
