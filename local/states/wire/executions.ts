import { AwsError } from '../../contracts.ts';
import { executionArn, machineArn } from '../arns.ts';
import type { Place } from '../arns.ts';
import { payloadLimit } from '../sizes.ts';
import type { ExecutionRow } from '../rows.ts';
import { executionIn, machineIn } from './arns.ts';
import { getExecutionHistory } from './history.ts';
import { nextToken, oneOf, optionalText, pageSize, positionIn, seconds } from './parameters.ts';
import type { Operation } from './wire.ts';

/** White space, brackets, wildcards, special and control characters are what AWS forbids in names. */
const forbiddenInNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;

function nameIn(input: Readonly<Record<string, unknown>>): string | undefined {
  const name = optionalText(input, 'name', { least: 1 });
  if (name === undefined) return undefined;
  if (name.length > 80 || forbiddenInNames.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}

const startExecution: Operation = (parts, call) => {
  const name = nameIn(call.input);
  const input = optionalText(call.input, 'input', { most: payloadLimit }) ?? '{}';
  const { machine } = machineIn(parts, call);
  try {
    JSON.parse(input);
  } catch (thrown) {
    const why = (thrown as Error).message;
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  }
  const row = parts.executions.start(machine.name, input, name);
  if (row !== undefined) return { executionArn: row.arn, startDate: seconds(row.started) };
  const taken = executionArn(placeOf(machine.arn), machine.name, name ?? '');
  throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${taken}'`);
};

const describeExecution: Operation = (parts, call) => {
  const row = executionIn(parts, call);
  const why = parts.executions.whyNotRedrivable(row);
  return {
    ...summary(row),
    input: row.input,
    inputDetails: { included: true },
    ...(row.output !== null && { output: row.output, outputDetails: { included: true } }),
    ...(row.error !== null && { error: row.error }),
    ...(row.cause !== null && { cause: row.cause }),
    redriveStatus: why === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(why !== undefined && { redriveStatusReason: why }),
  };
};

const listExecutions: Operation = (parts, call) => {
  const { input } = call;
  if (input.mapRunArn !== undefined) throw new AwsError('ValidationException', 'There are no Map Runs here');
  const { machine } = machineIn(parts, call);
  const status = oneOf(input, 'statusFilter', ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
  const redrive = oneOf(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
  const size = pageSize(input);
  const question = ['ListExecutions', machine.arn, status, redrive].join(' ');
  const before = positionIn(input, question);
  const rows = parts.store.list({
    machine: machine.name,
    status,
    redriven: redrive === undefined ? undefined : redrive === 'REDRIVEN',
    before: before === undefined ? undefined : Number(before),
    limit: size + 1,
  });
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    executions: page.map(summary),
    ...(rows.length > size && last !== undefined && { nextToken: nextToken(question, last.seq) }),
  };
};

const stopExecution: Operation = (parts, call) => {
  const error = optionalText(call.input, 'error', { most: 256 });
  const cause = optionalText(call.input, 'cause', { most: 32_768 });
  const row = parts.executions.stop(executionIn(parts, call), { error, cause });
  return { stopDate: seconds(row.stopped ?? parts.clock.now()) };
};

const redriveExecution: Operation = (parts, call) => {
  const row = executionIn(parts, call);
  const defined = parts.machines.get(row.machine) !== undefined;
  const why = parts.executions.whyNotRedrivable(row) ?? (defined ? undefined : 'Its state machine is gone');
  if (why !== undefined) throw new AwsError('ExecutionNotRedrivable', `${row.arn} is not redrivable: ${why}`);
  return { redriveDate: seconds(parts.executions.redrive(row).redriven ?? parts.clock.now()) };
};

function summary(row: ExecutionRow): Record<string, unknown> {
  return {
    executionArn: row.arn,
    stateMachineArn: machineArn(placeOf(row.arn), row.machine),
    name: row.name,
    status: row.status,
    startDate: seconds(row.started),
    ...(row.stopped !== null && { stopDate: seconds(row.stopped) }),
    redriveCount: row.redriveCount,
    ...(row.redriven !== null && { redriveDate: seconds(row.redriven) }),
  };
}

function placeOf(arn: string): Place {
  const [, partition = '', , region = '', account = ''] = arn.split(':');
  return { partition, region, account };
}

export const executionOperations = {
  StartExecution: startExecution,
  DescribeExecution: describeExecution,
  GetExecutionHistory: getExecutionHistory,
  ListExecutions: listExecutions,
  StopExecution: stopExecution,
  RedriveExecution: redriveExecution,
};
