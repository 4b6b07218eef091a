/** Workflows that AWS's own guide describes, in JSONata, each run to its ends. */
import { describe, expect, it } from 'vitest';
import { FunctionError } from '#local/contracts';
import { invoke, invokeAndWait, machine, Rig } from './rig.ts';

const call = (FunctionName: string, more: Record<string, unknown>) => ({
  ...{ Type: 'Task', Resource: invoke, Output: '{% $states.result.Payload %}' },
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  ...more,
});

describe('the job poller', () => {
  const definition = machine({
    Submit: call('submit', { Assign: { job: '{% $states.result.Payload.job %}' }, Next: 'Wait' }),
    Wait: { Type: 'Wait', Seconds: 60, Next: 'Look' },
    Look: call('look', { Arguments: { FunctionName: 'look', Payload: { job: '{% $job %}' } }, Next: 'Finished?' }),
    'Finished?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.status = "FAILED" %}', Next: 'Failed' },
        { Condition: '{% $states.input.status = "SUCCEEDED" %}', Next: 'Result' },
      ],
      Default: 'Wait',
    },
    Failed: { Type: 'Fail', Error: 'JobFailed', Cause: "{% 'job ' & $job %}" },
    Result: { Type: 'Pass', Output: { job: '{% $job %}' }, End: true },
  });
  const looking = (...answers: string[]) => ({
    submit: () => ({ job: 'j1' }),
    look: () => ({ status: answers.shift() }),
  });

  it('looks every minute until the job has succeeded', async () => {
    const rig = new Rig({ definition, functions: looking('RUNNING', 'RUNNING', 'SUCCEEDED') });
    const begun = rig.now;
    const arn = await rig.start();
    await rig.advance(600);
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: { job: 'j1' }, stopped: begun + 180_000 });
  });

  it('fails when the job has failed', async () => {
    const rig = new Rig({ definition, functions: looking('FAILED') });
    const arn = await rig.start();
    await rig.advance(600);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'JobFailed', cause: 'job j1' });
  });
});

describe('the approval by a human', () => {
  const definition = machine({
    Ask: {
      ...{ Type: 'Task', Resource: invokeAndWait, TimeoutSeconds: 7 * 86_400 },
      Arguments: {
        FunctionName: 'mail',
        Payload: { who: '{% $states.input.manager %}', token: '{% $states.context.Task.Token %}' },
      },
      Output: '{% $states.result %}',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Escalate', Output: '{% $states.input %}' }],
      Next: 'Which',
    },
    Which: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.decision = 'approved' %}", Next: 'Approved' }],
      Default: 'Rejected',
    },
    Escalate: { Type: 'Pass', Output: { manager: 'director' }, Next: 'Ask' },
    Approved: { Type: 'Succeed', Output: 'approved' },
    Rejected: { Type: 'Fail', Error: 'Rejected' },
  });
  const token = (rig: Rig) => (rig.calls.at(-1)?.payload as { token: string }).token;

  it.each([
    ['approved', { status: 'SUCCEEDED', output: 'approved' }],
    ['rejected', { status: 'FAILED', error: 'Rejected' }],
  ])('ends as it was decided: %s', async (decision, ending) => {
    const rig = new Rig({ definition, functions: { mail: () => null } });
    const arn = await rig.start({ manager: 'chief' });
    await rig.advance(3 * 86_400);
    await rig.call('SendTaskSuccess', { taskToken: token(rig), output: JSON.stringify({ decision }) });
    await rig.settle();
    expect(rig.details(arn)).toMatchObject(ending);
  });

  it('asks somebody else after a week', async () => {
    const rig = new Rig({ definition, functions: { mail: () => null } });
    await rig.start({ manager: 'chief' });
    await rig.advance(7 * 86_400);
    expect(rig.calls.map(({ payload }) => (payload as { who: string }).who)).toEqual(['chief', 'director']);
  });
});

describe('the order with items', () => {
  const definition = machine({
    Ship: {
      Type: 'Map',
      Items: '{% $states.input.detail.shipped %}',
      ItemSelector: {
        parcel: '{% $states.context.Map.Item.Value %}',
        courier: '{% $states.input.detail.`delivery-partner` %}',
      },
      MaxConcurrency: 0,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Validate',
        States: { Validate: call('ship', { End: true }) },
      },
      Output: { 'delivery-partner': '{% $states.input.detail.`delivery-partner` %}', shipped: '{% $states.result %}' },
      End: true,
    },
  });

  it('ships each parcel with the courier of the order', async () => {
    const ship = ({ parcel, courier }: { parcel: { prod: string }; courier: string }) => `${parcel.prod} by ${courier}`;
    const input = { detail: { 'delivery-partner': 'UQS', shipped: [{ prod: 'R31' }, { prod: 'S39' }] } };
    const { output } = await new Rig({ definition, functions: { ship } }).run(input);
    expect(output).toEqual({ 'delivery-partner': 'UQS', shipped: ['R31 by UQS', 'S39 by UQS'] });
  });
});

describe('looking a customer up in two places', () => {
  const branch = (name: string) => ({ StartAt: name, States: { [name]: call(name, { End: true }) } });
  const definition = machine({
    LookUp: {
      Type: 'Parallel',
      Branches: [branch('address'), branch('phone')],
      Output: '{% $merge($states.result) %}',
      End: true,
    },
  });

  it('gives both answers, the branches having run side by side', async () => {
    let waiting: (() => void) | undefined;
    const address = () => new Promise((resolve) => (waiting = () => resolve({ city: 'Jinan' })));
    const phone = () => {
      waiting?.();
      return { phone: '0531' };
    };
    const { output } = await new Rig({ definition, functions: { address, phone } }).run({ id: 7 });
    expect(output).toEqual({ city: 'Jinan', phone: '0531' });
  });
});

describe('the trip that is booked whole or not at all', () => {
  const undo = (name: string, next: string) => call(name, { Output: '{% $states.input %}', Next: next });
  const Catch = (Next: string) => [
    { ErrorEquals: ['States.ALL'], Next, Assign: { why: '{% $states.errorOutput.Error %}' } },
  ];
  const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 2 }];
  const definition = machine({
    Hotel: call('hotel', { Catch: Catch('Failed'), Next: 'Flight' }),
    Flight: call('flight', { Retry, Catch: Catch('CancelHotel'), Next: 'Car' }),
    Car: call('car', { Retry, Catch: Catch('CancelFlight'), Next: 'Booked' }),
    Booked: { Type: 'Succeed' },
    CancelFlight: undo('cancelFlight', 'CancelHotel'),
    CancelHotel: undo('cancelHotel', 'Failed'),
    Failed: { Type: 'Fail', Error: '{% $why %}', Cause: 'The trip could not be booked' },
  });
  const fine = (payload: unknown) => payload;

  it('undoes what was booked, last first, when a step fails for good', async () => {
    const car = () => {
      throw new FunctionError('Busy', 'no cars');
    };
    const functions = { hotel: fine, flight: fine, car, cancelFlight: fine, cancelHotel: fine };
    const rig = new Rig({ definition, functions });
    const arn = await rig.start({ trip: 1 });
    await rig.advance(60);
    expect(rig.calls.map(({ name }) => name)).toEqual([
      ...['hotel', 'flight', 'car', 'car', 'car', 'cancelFlight', 'cancelHotel'],
    ]);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'Busy', cause: 'The trip could not be booked' });
  });

  it('undoes nothing when all is booked', async () => {
    const rig = new Rig({ definition, functions: { hotel: fine, flight: fine, car: fine } });
    expect(await rig.run({ trip: 1 })).toMatchObject({ status: 'SUCCEEDED', output: { trip: 1 } });
  });
});
