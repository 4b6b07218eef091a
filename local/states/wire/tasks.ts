import { AwsError } from '../../contracts.ts';
import { machineArn } from '../arns.ts';
import type { Execution } from '../execution.ts';
import type { Frame, TaskWait } from '../frame.ts';
import { payloadLimit } from '../sizes.ts';
import { readToken } from '../tokens.ts';
import { optionalText, text } from './parameters.ts';
import type { Call, Operation, Parts } from './wire.ts';

interface WaitingTask {
  readonly execution: Execution;
  readonly frame: Frame;
  readonly wait: TaskWait;
}

/** The task that a token stands for, or the error that tells the caller what became of it. */
function waitingTask({ store, engine, machines }: Parts, { input, allow }: Call): WaitingTask {
  const token = text(input, 'taskToken', { least: 1, most: 2_048 });
  const address = readToken(token);
  if (address === undefined) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  const row = address.engine === store.engineId ? store.bySeq(address.execution) : undefined;
  if (row === undefined) throw new AwsError('TaskDoesNotExist', 'Task does not exist');
  // The execution's own ARN gives the place, so that a machine since removed can still be named.
  const [, partition = '', , region = '', account = ''] = row.arn.split(':');
  allow(machines.get(row.machine)?.machine.arn ?? machineArn({ partition, region, account }, row.machine));
  const execution = engine.running(row.seq);
  const frame = execution?.frames.get(address.frame);
  const wait = frame?.body.wait;
  if (execution === undefined || frame === undefined || wait?.for !== 'task' || wait.token !== token) {
    throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }
  return { execution, frame, wait };
}

const sendTaskSuccess: Operation = (parts, call) => {
  const output = text(call.input, 'output', { most: payloadLimit });
  const { execution, frame } = waitingTask(parts, call);
  let result: unknown;
  try {
    result = JSON.parse(output);
  } catch (thrown) {
    throw new AwsError('InvalidOutput', `Invalid Output: '${(thrown as Error).message}'`);
  }
  parts.engine.settleTask(execution, frame, { result });
  return {};
};

const sendTaskFailure: Operation = (parts, call) => {
  const error = optionalText(call.input, 'error', { most: 256 }) ?? '';
  const cause = optionalText(call.input, 'cause', { most: 32_768 });
  const { execution, frame } = waitingTask(parts, call);
  parts.engine.settleTask(execution, frame, { error, cause });
  return {};
};

const sendTaskHeartbeat: Operation = (parts, call) => {
  const { execution, frame, wait } = waitingTask(parts, call);
  parts.engine.heartbeat(execution, frame, wait);
  return {};
};

export const taskOperations = {
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
};
