import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonHttpServer } from '#local/json-services';
import { anAuthority, invoke, invokeAndWait, machine, machineArn, Rig } from './rig.ts';

const definition = machine({
  First: { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'first' }, Output: {}, Next: 'Ask' },
  Ask: {
    ...{ Type: 'Task', Resource: invokeAndWait, HeartbeatSeconds: 600, End: true },
    Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
  },
});

let rig: Rig;
let server: Server;
let client: SFNClient;
let firstFails = false;
const denied: string[] = [];

beforeEach(async () => {
  firstFails = false;
  denied.length = 0;
  const first = () => {
    if (firstFails) throw new Error('broken');
  };
  rig = new Rig({ definition, functions: { first, ask: () => null }, authority: anAuthority(denied) });
  server = jsonHttpServer([rig.states.service], rig.authority);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new SFNClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'AKOPERATOR', secretAccessKey: 's' },
    maxAttempts: 1,
  });
});

afterEach(() => {
  client.destroy();
  server.close();
});

async function start(name?: string, input = '{"id":1}'): Promise<string> {
  const answer = await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name, input }));
  await rig.settle();
  return answer.executionArn ?? '';
}

const token = (): string => String(rig.calls.findLast(({ name }) => name === 'ask')?.payload);

describe('StartExecution', () => {
  it('answers with the ARN and the award time', async () => {
    const answer = await client.send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'case-1' }));
    expect(answer.executionArn).toBe('arn:aws-cn:states:cn-north-1:000000000000:execution:main:case-1');
    expect(answer.startDate).toEqual(new Date('2027-01-01T00:00:00Z'));
  });

  it('answers the same again for the same name and input while it runs, and starts nothing', async () => {
    const one = await start('case-1');
    await rig.advance(60);
    const again = await client.send(
      new StartExecutionCommand({ stateMachineArn: machineArn, name: 'case-1', input: '{"id":1}' }),
    );
    expect(again).toMatchObject({ executionArn: one, startDate: new Date('2027-01-01T00:00:00Z') });
    expect(rig.calls).toHaveLength(2);
  });

  it('refuses the name for another input, and once the execution has ended', async () => {
    const arn = await start('case-1');
    await expect(start('case-1', '{"id":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await client.send(new StopExecutionCommand({ executionArn: arn }));
    await expect(start('case-1')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each(['a b', 'a/b', 'a:b', 'x'.repeat(81), 'a<b', 'a\u0007b'])('refuses the name %j', async (name) => {
    await expect(start(name)).rejects.toMatchObject({ name: 'InvalidName' });
  });

  it('takes a Chinese name', async () => {
    expect(await start('申报-2027')).toMatch(/:申报-2027$/);
  });

  it.each([
    [{ stateMachineArn: machineArn, input: '{' }, 'InvalidExecutionInput'],
    [{ stateMachineArn: machineArn, input: `"${'x'.repeat(262_143)}"` }, 'ValidationException'],
    [{ stateMachineArn: `${machineArn}x` }, 'StateMachineDoesNotExist'],
    [{ stateMachineArn: 'main' }, 'InvalidArn'],
    [{ stateMachineArn: undefined }, 'ValidationException'],
  ])('refuses %j with %s', async (input, name) => {
    await expect(client.send(new StartExecutionCommand(input))).rejects.toMatchObject({ name });
  });
});

describe('task tokens', () => {
  it('resume an execution', async () => {
    const arn = await start();
    await client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '{"ok":true}' }));
    await rig.settle();
    const { status, output } = await client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect({ status, output }).toEqual({ status: 'SUCCEEDED', output: '{"ok":true}' });
  });

  it('are refused with TaskTimedOut once used, once expired and once the execution has ended', async () => {
    const timedOut = { name: 'TaskTimedOut' };
    await start();
    await client.send(new SendTaskFailureCommand({ taskToken: token() }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }))).rejects.toMatchObject(
      timedOut,
    );
    await start();
    await rig.advance(600);
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: token() }))).rejects.toMatchObject(timedOut);
    const arn = await start();
    await client.send(new StopExecutionCommand({ executionArn: arn }));
    await expect(client.send(new SendTaskFailureCommand({ taskToken: token() }))).rejects.toMatchObject(timedOut);
  });

  it('of another engine are refused with TaskDoesNotExist, and what is no token with InvalidToken', async () => {
    const other = new Rig({ definition, functions: { first: () => null, ask: () => null } });
    await other.start();
    const strange = String(other.calls[1]?.payload);
    const send = (taskToken: string) => client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    await expect(send(strange)).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await expect(send('nonsense')).rejects.toMatchObject({ name: 'InvalidToken' });
    await expect(send('')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('stay usable after an output that is not JSON', async () => {
    await start();
    const send = (output: string) => client.send(new SendTaskSuccessCommand({ taskToken: token(), output }));
    await expect(send('{')).rejects.toMatchObject({ name: 'InvalidOutput' });
    await send('{}');
  });
});

describe('executions', () => {
  it('are described with what they were given and what they ended with', async () => {
    firstFails = true;
    const arn = await start('case-1');
    expect(await client.send(new DescribeExecutionCommand({ executionArn: arn }))).toMatchObject({
      ...{ executionArn: arn, stateMachineArn: machineArn, name: 'case-1', status: 'FAILED', input: '{"id":1}' },
      ...{ error: 'Lambda.Unknown', cause: 'broken', redriveCount: 0, redriveStatus: 'REDRIVABLE' },
      stopDate: new Date('2027-01-01T00:00:00Z'),
    });
  });

  it('that nobody started do not exist', async () => {
    const executionArn = 'arn:aws-cn:states:cn-north-1:000000000000:execution:main:none';
    await expect(client.send(new DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
  });

  it('have a history with the event types of AWS', async () => {
    const arn = await start();
    await client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }));
    await rig.settle();
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn: arn }));
    expect(events.map(({ type }) => type)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited'],
      ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded', 'TaskStateExited'],
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events[1]).toMatchObject({ stateEnteredEventDetails: { name: 'First', input: '{"id":1}' } });
    expect(events[7]?.taskScheduledEventDetails).toMatchObject({
      ...{ resourceType: 'lambda', resource: 'invoke.waitForTaskToken', region: 'cn-north-1', heartbeatInSeconds: 600 },
    });
  });

  it('have a history that is paged, reversed and stripped of data', async () => {
    const arn = await start();
    const ids: (number | undefined)[] = [];
    for await (const page of paginateGetExecutionHistory({ client, pageSize: 4 }, { executionArn: arn })) {
      ids.push(...(page.events ?? []).map(({ id }) => id));
    }
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const reversed = await client.send(
      new GetExecutionHistoryCommand({
        executionArn: arn,
        reverseOrder: true,
        maxResults: 2,
        includeExecutionData: false,
      }),
    );
    expect(reversed.events?.map(({ type }) => type)).toEqual(['TaskSubmitted', 'TaskStarted']);
    expect(reversed.events?.[0]?.taskSubmittedEventDetails).toEqual({
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
    });
    const wrong = new GetExecutionHistoryCommand({ executionArn: arn, nextToken: reversed.nextToken });
    await expect(client.send(wrong)).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('are listed newest first, by status, in pages', async () => {
    const arns = [await start('a'), await start('b'), await start('c')];
    await client.send(new StopExecutionCommand({ executionArn: arns[1] }));
    const list = async (more = {}) => client.send(new ListExecutionsCommand({ stateMachineArn: machineArn, ...more }));
    expect((await list()).executions?.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect((await list({ statusFilter: 'RUNNING' })).executions?.map(({ name }) => name)).toEqual(['c', 'a']);
    const first = await list({ maxResults: 2 });
    const second = await list({ maxResults: 2, nextToken: first.nextToken });
    expect(second.executions?.map(({ name }) => name)).toEqual(['a']);
    expect(second.nextToken).toBeUndefined();
    await expect(list({ statusFilter: 'NEW' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(list({ maxResults: 1_001 })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are stopped with a reason', async () => {
    const arn = await start();
    const { stopDate } = await client.send(new StopExecutionCommand({ executionArn: arn, error: 'E', cause: 'why' }));
    expect(stopDate).toEqual(new Date(rig.now));
    expect(rig.details(arn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'why' });
    expect(rig.eventTypes(arn).at(-1)).toBe('ExecutionAborted');
  });

  it('stay stopped when a function answers afterwards', async () => {
    let answer = (_: unknown) => {};
    const hanging = () => new Promise((resolve) => (answer = resolve));
    const slow = new Rig({ definition, functions: { first: hanging } });
    const { executionArn } = await slow.call('StartExecution', { stateMachineArn: machineArn });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await slow.call('StopExecution', { executionArn });
    const events = slow.eventTypes(String(executionArn));
    answer(1);
    await slow.settle();
    expect(slow.details(String(executionArn)).status).toBe('ABORTED');
    expect(slow.eventTypes(String(executionArn))).toEqual(events);
  });

  it('are forgotten 90 days after their end', async () => {
    const arn = await start('case-1');
    await client.send(new StopExecutionCommand({ executionArn: arn }));
    await rig.advance(89 * 86_400);
    rig.states.start();
    expect(rig.states.executions()).toHaveLength(1);
    await rig.advance(2 * 86_400);
    rig.states.start();
    expect(rig.states.executions()).toEqual([]);
    expect(await start('case-1')).toBe(arn);
  });

  it('are redriven from the state that failed', async () => {
    const arn = await start();
    await client.send(new SendTaskFailureCommand({ taskToken: token(), error: 'E' }));
    await rig.settle();
    await client.send(new RedriveExecutionCommand({ executionArn: arn }));
    await rig.settle();
    expect(rig.calls.map(({ name }) => name)).toEqual(['first', 'ask', 'ask']);
    await client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '"second time"' }));
    await rig.settle();
    const described = await client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '"second time"', redriveCount: 1 });
    expect(described.error).toBeUndefined();
    await expect(client.send(new RedriveExecutionCommand({ executionArn: arn }))).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
    });
  });

  it('are not redriven after 14 days', async () => {
    const arn = await start();
    await client.send(new StopExecutionCommand({ executionArn: arn }));
    await rig.advance(15 * 86_400);
    await expect(client.send(new RedriveExecutionCommand({ executionArn: arn }))).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
    });
  });
});

describe('machines', () => {
  it('are listed and described', async () => {
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines).toMatchObject([{ name: 'main', stateMachineArn: machineArn, type: 'STANDARD' }]);
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn: machineArn }));
    expect(JSON.parse(described.definition ?? '')).toEqual(definition);
    expect(described).toMatchObject({ status: 'ACTIVE', roleArn: 'arn:aws-cn:iam::000000000000:role/main-role' });
  });
});

describe('the service', () => {
  it('refuses operations that it does not have', async () => {
    await expect(client.send(new ListActivitiesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  it('asks for the permission of the caller on what the operation names, and records it', async () => {
    const arn = await start('case-1');
    await client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }));
    await client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect(rig.authority.asked.filter((line) => line.startsWith('operator'))).toEqual([
      `operator states:StartExecution ${machineArn}`,
      `operator states:SendTaskSuccess ${machineArn}`,
      `operator states:DescribeExecution ${arn}`,
    ]);
  });

  it.each([
    ['states:StartExecution', () => start('case-2')],
    ['states:SendTaskSuccess', () => client.send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }))],
    ['states:ListStateMachines', () => client.send(new ListStateMachinesCommand({}))],
  ])('denies what no policy allows: %s', async (action, act) => {
    const arn = await start('case-1');
    denied.push(action);
    await expect(act()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(rig.details(arn).status).toBe('RUNNING');
    expect(rig.states.executions()).toHaveLength(1);
  });
});
