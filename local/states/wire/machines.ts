import { machineIn } from './arns.ts';
import { nextToken, pageSize, positionIn, seconds } from './parameters.ts';
import type { Operation } from './wire.ts';

const describeStateMachine: Operation = (parts, call) => {
  const { machine, source, created, fingerprint } = machineIn(parts, call);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: source,
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: seconds(created),
    revisionId: fingerprint,
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
  };
};

const listStateMachines: Operation = ({ machines }, { input, allow }) => {
  allow('*');
  const size = pageSize(input);
  const after = positionIn(input, 'ListStateMachines');
  const rest = machines.all().filter(({ machine }) => after === undefined || machine.name > String(after));
  const page = rest.slice(0, size);
  const last = page.at(-1)?.machine.name;
  return {
    stateMachines: page.map(({ machine, created }) => ({
      stateMachineArn: machine.arn,
      name: machine.name,
      type: 'STANDARD',
      creationDate: seconds(created),
    })),
    ...(rest.length > size && last !== undefined && { nextToken: nextToken('ListStateMachines', last) }),
  };
};

export const machineOperations = { DescribeStateMachine: describeStateMachine, ListStateMachines: listStateMachines };
