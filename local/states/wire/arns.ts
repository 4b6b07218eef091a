import { AwsError } from '../../contracts.ts';
import type { DefinedMachine } from '../machines.ts';
import type { ExecutionRow } from '../rows.ts';
import { text } from './parameters.ts';
import type { Call, Parts } from './wire.ts';

const kinds = {
  stateMachineArn: /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:stateMachine:[^:]+(:[^:]+)?$/,
  executionArn: /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:execution:[^:]+:[^:]+$/,
} as const;

function arnIn({ input, allow }: Call, field: keyof typeof kinds): string {
  const arn = text(input, field, { least: 1, most: 256 });
  if (!kinds[field].test(arn)) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
  allow(arn);
  return arn;
}

/** The machine that the request names, once the caller may name it. */
export function machineIn({ machines }: Parts, call: Call): DefinedMachine {
  const arn = arnIn(call, 'stateMachineArn');
  const machine = machines.byArn(arn);
  if (machine === undefined) {
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }
  return machine;
}

/** The execution that the request names, once the caller may name it. */
export function executionIn({ store }: Parts, call: Call): ExecutionRow {
  const arn = arnIn(call, 'executionArn');
  const row = store.byArn(arn);
  if (row === undefined) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return row;
}
