import { describe, expect, it } from 'vitest';
import { AwsError, FunctionError } from '#local/contracts';
import { anAuthority, invoke, invokeAndWait, machine, Rig } from './rig.ts';

const task = (more: Record<string, unknown> = {}) =>
  machine({ T: { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'f', Payload: 1 }, End: true, ...more } });

describe('a Lambda task', () => {
  it('gives what the optimised integration gives', async () => {
    const rig = new Rig({ definition: task(), functions: { f: (n: number) => n + 1 } });
    expect((await rig.run()).output).toEqual({ ExecutedVersion: '$LATEST', Payload: 2, StatusCode: 200 });
  });

  const arn = 'arn:aws-cn:lambda:cn-north-1:000000000000:function:f';
  it.each([
    ['f', arn],
    ['f:live', `${arn}:live`],
    [arn, arn],
    [`${arn}:live`, `${arn}:live`],
    [`${arn}:7`, `${arn}:7`],
    ['000000000000:function:f', arn],
  ])('finds the function by %s and asks for the permission on exactly that', async (FunctionName, resource) => {
    const rig = new Rig({ definition: task({ Arguments: { FunctionName } }), functions: { f: (payload) => payload } });
    expect((await rig.run()).output).toMatchObject({ Payload: {} });
    expect(rig.authority.asked).toContain(`main-role lambda:InvokeFunction ${resource}`);
  });

  it('fails with the type and message of what the handler threw', async () => {
    const f = () => {
      throw new FunctionError('Refused', 'not now');
    };
    const { error, cause } = await new Rig({ definition: task(), functions: { f } }).run();
    expect(error).toBe('Refused');
    expect(JSON.parse(cause ?? '')).toEqual({ errorType: 'Refused', errorMessage: 'not now' });
  });

  it('fails where the machine may not invoke the function, without invoking it', async () => {
    const authority = anAuthority(['lambda:InvokeFunction']);
    const rig = new Rig({ definition: task(), functions: { f: () => 1 }, authority });
    const { error, cause } = await rig.run();
    expect(error).toBe('Lambda.AWSLambdaException');
    expect(cause).toContain('main-role is not authorized to perform: lambda:InvokeFunction');
    expect(rig.calls).toEqual([]);
  });

  it.each([
    [new AwsError('TooManyRequestsException', 'slow down', 429), 'Lambda.TooManyRequestsException'],
    [new Error('worker died'), 'Lambda.Unknown'],
  ])('names faults of Lambda itself: %s', async (thrown, error) => {
    const f = () => {
      throw thrown;
    };
    expect((await new Rig({ definition: task(), functions: { f } }).run()).error).toBe(error);
  });

  it('fails with States.DataLimitExceeded when the answer is too large, which States.ALL does not catch', async () => {
    const caught = task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'T' }] });
    const rig = new Rig({ definition: caught, functions: { f: () => 'x'.repeat(262_144) } });
    expect((await rig.run()).error).toBe('States.DataLimitExceeded');
  });

  it('fails with States.Runtime for an argument that the local Lambda does not take', async () => {
    const definition = task({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } });
    expect(await new Rig({ definition, functions: { f: () => 1 } }).run()).toMatchObject({ error: 'States.Runtime' });
  });

  it('is busy while the function runs', async () => {
    let finish = (_: unknown) => {};
    const rig = new Rig({ definition: task(), functions: { f: () => new Promise((resolve) => (finish = resolve)) } });
    await rig.call('StartExecution', { stateMachineArn: rig.states.machines()[0]!.arn });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rig.states.busy.isBusy()).toBe(true);
    finish(1);
    await rig.settle();
    expect(rig.states.executions()[0]?.status).toBe('SUCCEEDED');
  });

  it('times out on the award clock and ignores the answer that comes after', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const definition = machine({
      T: {
        ...{
          Type: 'Task',
          Resource: invoke,
          Arguments: { FunctionName: 'f' },
          TimeoutSeconds: '{% $states.input.t %}',
        },
        ...{
          Catch: [
            { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
            { ErrorEquals: ['States.Timeout'], Next: 'Late' },
          ],
        },
        End: true,
      },
      Wrong: { Type: 'Fail', Error: 'TaskFailed matched a timeout' },
      Late: { Type: 'Pass', Output: '{% $states.input.Error %}', Next: 'Hold' },
      Hold: { Type: 'Wait', Seconds: 10, End: true },
    });
    const rig = new Rig({ definition, functions: { f: () => new Promise((resolve) => answers.push(resolve)) } });
    const answer = await rig.call('StartExecution', {
      stateMachineArn: rig.states.machines()[0]!.arn,
      input: '{"t":30}',
    });
    const started = rig.now;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rig.states.timers.nextDue()).toBe(started + 30_000);
    rig.now = started + 30_000;
    await rig.states.timers.runDue(rig.now);
    answers[0]?.('too late');
    await rig.advance(10);
    expect(rig.details(String(answer.executionArn))).toMatchObject({ status: 'SUCCEEDED', output: 'States.Timeout' });
  });
});

describe('Retry', () => {
  const failing = (Retry: unknown[], more: Record<string, unknown> = {}) => task({ Retry, ...more });
  const times = (rig: Rig) => rig.calls.map(({ at }) => (at - rig.calls[0]!.at) / 1_000);
  const fails = (...errors: string[]) => {
    let call = 0;
    return () => {
      const error = errors[call++];
      if (error === undefined) return call;
      throw new FunctionError(error, '');
    };
  };

  it('waits IntervalSeconds and then BackoffRate times as long, up to MaxDelaySeconds and MaxAttempts', async () => {
    const retrier = { ErrorEquals: ['E'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 4 };
    const rig = new Rig({ definition: failing([retrier]), functions: { f: fails('E', 'E', 'E', 'E', 'E', 'E') } });
    const arn = await rig.start();
    await rig.advance(1_000);
    expect(times(rig)).toEqual([0, 2, 8, 18, 28]);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'E' });
  });

  it('defaults to one second, doubling, three attempts', async () => {
    const rig = new Rig({
      definition: failing([{ ErrorEquals: ['States.ALL'] }]),
      functions: { f: fails('E', 'E', 'E', 'E') },
    });
    await rig.start();
    await rig.advance(100);
    expect(times(rig)).toEqual([0, 1, 3, 7]);
  });

  it('spreads delays over their whole length with JitterStrategy FULL', async () => {
    const retrier = { ErrorEquals: ['E'], IntervalSeconds: 10, JitterStrategy: 'FULL' };
    const rig = new Rig({ definition: failing([retrier]), functions: { f: fails('E', 'E') }, random: () => 0.25 });
    await rig.start();
    await rig.advance(100);
    expect(times(rig)).toEqual([0, 2.5, 7.5]);
  });

  it('counts attempts per retrier', async () => {
    const retriers = [
      { ErrorEquals: ['A'], MaxAttempts: 1, IntervalSeconds: 1 },
      { ErrorEquals: ['B'], MaxAttempts: 2, IntervalSeconds: 10, BackoffRate: 1 },
    ];
    const rig = new Rig({ definition: failing(retriers), functions: { f: fails('B', 'A', 'B') } });
    const arn = await rig.start();
    await rig.advance(100);
    expect(times(rig)).toEqual([0, 10, 11, 21]);
    expect(rig.details(arn).status).toBe('SUCCEEDED');
  });

  it('never retries with MaxAttempts 0, then looks at Catch', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'T2' }];
    const definition = machine({
      T: {
        Type: 'Task',
        Resource: invoke,
        Arguments: { FunctionName: 'f' },
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 0 }],
        Catch,
        End: true,
      },
      T2: { Type: 'Pass', End: true },
    });
    const rig = new Rig({ definition, functions: { f: fails('E') } });
    expect((await rig.run()).output).toEqual({ Error: 'E', Cause: '{"errorMessage":"","errorType":"E"}' });
  });

  it('tells expressions how often it has retried', async () => {
    const Arguments = { FunctionName: 'f', Payload: '{% $states.context.State.RetryCount %}' };
    const rig = new Rig({
      definition: failing([{ ErrorEquals: ['E'] }], { Arguments }),
      functions: { f: fails('E', 'E') },
    });
    await rig.start();
    await rig.advance(100);
    expect(rig.calls.map(({ payload }) => payload)).toEqual([0, 1, 2]);
  });

  it('catches a query evaluation error of its own Output', async () => {
    const definition = machine({
      T: {
        Type: 'Task',
        Resource: invoke,
        Arguments: { FunctionName: 'f' },
        Output: '{% $states.result.Nothing %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'C' }],
        End: true,
      },
      C: { Type: 'Pass', Output: 'caught', End: true },
    });
    expect((await new Rig({ definition, functions: { f: () => 1 } }).run()).output).toBe('caught');
  });
});

describe('a task with a token', () => {
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
  const Payload = { token: '{% $states.context.Task.Token %}' };
  const waiting = (more: Record<string, unknown> = {}) =>
    machine({
      Ask: {
        Type: 'Task',
        Resource: invokeAndWait,
        Arguments: { FunctionName: 'ask', Payload },
        Next: 'Done',
        Catch,
        ...more,
      },
      Done: { Type: 'Pass', End: true },
      Caught: { Type: 'Pass', Output: '{% $states.input %}', End: true },
    });
  const ask = () => null;
  const tokenOf = (rig: Rig, call = 0) => (rig.calls[call]?.payload as { token: string }).token;

  it('waits without being busy and goes on with the output sent', async () => {
    const rig = new Rig({ definition: waiting({ Output: '{% $states.result.by %}' }), functions: { ask } });
    const arn = await rig.start();
    expect(rig.details(arn)).toMatchObject({ status: 'RUNNING', current: [{ state: 'Ask', waitsFor: 'task' }] });
    expect(rig.states.busy.isBusy()).toBe(false);
    await rig.call('SendTaskSuccess', { taskToken: tokenOf(rig), output: '{"by":"officer"}' });
    await rig.settle();
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'officer' });
  });

  it('takes a token that comes back before its function has answered', async () => {
    const rig: Rig = new Rig({
      definition: waiting(),
      functions: {
        ask: ({ token }: { token: string }) => rig.call('SendTaskSuccess', { taskToken: token, output: '7' }),
      },
    });
    expect(await rig.run()).toMatchObject({ status: 'SUCCEEDED', output: 7 });
  });

  it('fails with the error sent', async () => {
    const rig = new Rig({ definition: waiting(), functions: { ask } });
    const arn = await rig.start();
    await rig.call('SendTaskFailure', { taskToken: tokenOf(rig), error: 'Withdrawn', cause: 'by the applicant' });
    await rig.settle();
    expect(rig.details(arn).output).toEqual({ Error: 'Withdrawn', Cause: 'by the applicant' });
  });

  it('fails when the function that was to hand the token on fails', async () => {
    const failing = () => {
      throw new FunctionError('E', 'x');
    };
    const rig = new Rig({ definition: waiting(), functions: { ask: failing } });
    expect((await rig.run()).output).toMatchObject({ Error: 'E' });
  });

  it('times out, and a new attempt has a new token', async () => {
    const Retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1, IntervalSeconds: 1 }];
    const rig = new Rig({ definition: waiting({ TimeoutSeconds: 3_600, Retry }), functions: { ask } });
    const arn = await rig.start();
    await rig.advance(3_601);
    expect(tokenOf(rig, 1)).not.toBe(tokenOf(rig, 0));
    await expect(rig.call('SendTaskSuccess', { taskToken: tokenOf(rig), output: '1' })).rejects.toThrow(
      'Task Timed Out',
    );
    await rig.advance(3_600);
    expect(rig.details(arn).output).toEqual({ Error: 'States.Timeout' });
  });

  it('wants a heartbeat every HeartbeatSeconds', async () => {
    const rig = new Rig({ definition: waiting({ HeartbeatSeconds: 100 }), functions: { ask } });
    const arn = await rig.start();
    for (let beat = 0; beat < 3; beat += 1) {
      await rig.advance(90);
      await rig.call('SendTaskHeartbeat', { taskToken: tokenOf(rig) });
    }
    await rig.advance(99);
    expect(rig.details(arn).status).toBe('RUNNING');
    await rig.advance(1);
    expect(rig.details(arn).output).toEqual({ Error: 'States.HeartbeatTimeout' });
  });

  it('shows no token to the status page', async () => {
    const rig = new Rig({ definition: waiting(), functions: { ask } });
    const shown = JSON.stringify(await rig.run());
    expect(shown).toContain('[task token]');
    expect(shown).not.toContain(tokenOf(rig));
  });
});
