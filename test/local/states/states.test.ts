import { describe, expect, it } from 'vitest';
import { invoke, machine, Rig } from './rig.ts';

describe('Pass, Choice, Succeed and Fail', () => {
  it('hands the input on where a state says nothing', async () => {
    const rig = new Rig({ definition: machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }) });
    expect(await rig.run({ a: 1 })).toMatchObject({ status: 'SUCCEEDED', output: { a: 1 } });
  });

  it('lets Assign and Output of one state see the variables as they were before it', async () => {
    const rig = new Rig({
      definition: machine({
        A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', m: '{% $n %}' }, Output: '{% $n %}', Next: 'C' },
        C: { Type: 'Pass', Output: '{% [$n, $m, $states.input] %}', End: true },
      }),
    });
    expect((await rig.run()).output).toEqual([2, 1, 1]);
  });

  const choosing = machine({
    Which: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Next: 'End', Output: 'large', Assign: { by: 'rule' } },
        { Condition: '{% $states.input.n > 5 %}', Next: 'End' },
      ],
      Assign: { by: 'default' },
      Output: 'small',
      Default: 'End',
    },
    End: { Type: 'Pass', Output: '{% {"by": $exists($by) ? $by : "nobody", "input": $states.input} %}', End: true },
  });
  it.each([
    [11, { by: 'rule', input: 'large' }],
    [6, { by: 'nobody', input: { n: 6 } }],
    [1, { by: 'default', input: 'small' }],
  ])('takes the Assign and Output of the rule that matched, and its own only for Default: %i', async (n, output) => {
    expect((await new Rig({ definition: choosing }).run({ n })).output).toEqual(output);
  });

  it('fails with States.NoChoiceMatched without a Default', async () => {
    const definition = machine({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'End' }] },
      End: { Type: 'Succeed' },
    });
    expect(await new Rig({ definition }).run()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails with a query evaluation error when a Condition is no truth value', async () => {
    const definition = machine({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'End' }], Default: 'End' },
      End: { Type: 'Succeed' },
    });
    expect((await new Rig({ definition }).run()).error).toBe('States.QueryEvaluationError');
  });

  it('fails with an evaluated Error and Cause', async () => {
    const definition = machine({ F: { Type: 'Fail', Error: '{% $states.input.e %}', Cause: "{% 'not ' & 'so' %}" } });
    expect(await new Rig({ definition }).run({ e: 'Mine' })).toMatchObject({
      ...{ status: 'FAILED', error: 'Mine', cause: 'not so' },
    });
  });
});

describe('Wait', () => {
  it('waits for Seconds on the award clock, longer than a Node timer could', async () => {
    const days = 60;
    const rig = new Rig({ definition: machine({ W: { Type: 'Wait', Seconds: days * 86_400, End: true } }) });
    const arn = await rig.start();
    expect(rig.states.busy.isBusy()).toBe(false);
    await rig.advance(days * 86_400 - 1);
    expect(rig.details(arn).status).toBe('RUNNING');
    await rig.advance(1);
    expect(rig.details(arn).status).toBe('SUCCEEDED');
  });

  it('waits until an evaluated Timestamp with a zone', async () => {
    const definition = machine({ W: { Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true } });
    const rig = new Rig({ definition });
    const arn = await rig.start({ at: '2027-01-01T10:00:00+08:00' });
    expect(rig.states.timers.nextDue()).toBe(Date.parse('2027-01-01T02:00:00Z'));
    await rig.advance(2 * 3_600);
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', stopped: Date.parse('2027-01-01T02:00:00Z') });
  });

  it('goes on when its timer fires, even should the clock lag behind the timer', async () => {
    const rig = new Rig({ definition: machine({ W: { Type: 'Wait', Seconds: 10, End: true } }) });
    const arn = await rig.start();
    await rig.states.timers.runDue(rig.now + 10_000);
    expect(rig.details(arn).status).toBe('SUCCEEDED');
  });

  it('does not wait for a time that has passed', async () => {
    const definition = machine({ W: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } });
    expect((await new Rig({ definition }).run()).status).toBe('SUCCEEDED');
  });
});

describe('Map and Parallel', () => {
  const each = (more: Record<string, unknown>, states: Record<string, unknown>) =>
    machine({
      Each: {
        ...{ Type: 'Map', Items: '{% $states.input.items %}', End: true },
        ItemProcessor: { StartAt: Object.keys(states)[0], States: states },
        ...more,
      },
    });

  it('gives each iteration its item and keeps the order of the results', async () => {
    const definition = each(
      { ItemSelector: { i: '{% $states.context.Map.Item.Index %}', v: '{% $states.context.Map.Item.Value %}' } },
      { Mark: { Type: 'Pass', Output: "{% $states.input.v & '-' & $states.input.i %}", End: true } },
    );
    expect((await new Rig({ definition }).run({ items: ['a', 'b', 'c'] })).output).toEqual(['a-0', 'b-1', 'c-2']);
  });

  it('gives an empty list for no items', async () => {
    const definition = each({}, { P: { Type: 'Pass', End: true } });
    expect(await new Rig({ definition }).run({ items: [] })).toMatchObject({ status: 'SUCCEEDED', output: [] });
  });

  it('runs no more iterations at once than MaxConcurrency', async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return most;
    };
    const task = { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'slow' }, End: true };
    const rig = new Rig({ definition: each({ MaxConcurrency: 2 }, { Slow: task }), functions: { slow } });
    const { output, history } = await rig.run({ items: [1, 2, 3, 4, 5] });
    expect(output).toHaveLength(5);
    expect(most).toBe(2);
    expect(history.filter(({ type }) => type === 'MapIterationStarted')).toHaveLength(5);
  });

  it('lets inner states read outer variables and hides inner ones from outside', async () => {
    const definition = machine({
      A: { Type: 'Pass', Assign: { outer: 7 }, Next: 'Fork' },
      Fork: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'In',
            States: {
              In: { Type: 'Pass', Assign: { inner: '{% $outer + 1 %}' }, Next: 'Show' },
              Show: { Type: 'Pass', Output: '{% $inner %}', End: true },
            },
          },
          { StartAt: 'Other', States: { Other: { Type: 'Pass', Output: '{% $exists($inner) %}', End: true } } },
        ],
        Output: '{% [$states.result, $exists($inner)] %}',
        End: true,
      },
    });
    expect((await new Rig({ definition }).run()).output).toEqual([8, false, false]);
  });

  it('ends the other branches when one fails, and catches on the Parallel', async () => {
    const definition = machine({
      Fork: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Long',
            States: { Long: { Type: 'Wait', Seconds: 100, Next: 'Late' }, Late: { Type: 'Succeed' } },
          },
          { StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Bad', Cause: 'so' } } },
        ],
        Catch: [{ ErrorEquals: ['Bad'], Next: 'Caught', Assign: { why: '{% $states.errorOutput.Cause %}' } }],
        End: true,
      },
      Caught: { Type: 'Pass', Output: '{% [$states.input.Error, $why] %}', End: true },
    });
    const rig = new Rig({ definition });
    expect(await rig.run()).toMatchObject({ status: 'SUCCEEDED', output: ['Bad', 'so'] });
    expect(rig.states.timers.nextDue()).toBeUndefined();
  });

  it('fails once when two branches fail at the same moment', async () => {
    const bad = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Fail', Error: name } } });
    const definition = machine({
      Fork: {
        Type: 'Parallel',
        Branches: [bad('One'), bad('Two')],
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% [$map([1..9], function($n) { $n * $n })] %}' },
        ],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    });
    const { status, history } = await new Rig({ definition }).run();
    const count = (wanted: string) => history.filter(({ type }) => type === wanted).length;
    expect([status, count('ParallelStateFailed'), count('ParallelStateExited')]).toEqual(['SUCCEEDED', 1, 1]);
  });

  it('retries a whole Map', async () => {
    let failures = 2;
    const flaky = () => {
      if (failures-- > 0) throw new Error('not yet');
      return 'done';
    };
    const task = { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'flaky' }, End: true };
    const retry = {
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5 }],
      Output: '{% $count($states.result) %}',
    };
    const rig = new Rig({ definition: each({ ...retry, MaxConcurrency: 1 }, { T: task }), functions: { flaky } });
    const arn = await rig.start({ items: [1, 2] });
    await rig.advance(60);
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: 2 });
    expect(rig.calls.map(({ at }) => (at - rig.calls[0]!.at) / 1_000)).toEqual([0, 5, 15, 15]);
  });

  it('gives an object its keys', async () => {
    const definition = each(
      { ItemSelector: '{% $states.context.Map.Item.Key & $states.context.Map.Item.Value %}' },
      { P: { Type: 'Pass', End: true } },
    );
    expect((await new Rig({ definition }).run({ items: { a: 1, b: 2 } })).output).toEqual(['a1', 'b2']);
  });
});

describe('limits', () => {
  it('refuses a state output of more than 256 KiB with States.DataLimitExceeded', async () => {
    const definition = machine({ P: { Type: 'Pass', Output: "{% $pad('x', $states.input.n) %}", End: true } });
    expect((await new Rig({ definition }).run({ n: 262_142 })).status).toBe('SUCCEEDED');
    expect((await new Rig({ definition }).run({ n: 262_143 })).error).toBe('States.DataLimitExceeded');
  });

  it('ends an execution with its 25,000th event', async () => {
    const rig = new Rig({
      definition: machine({
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'C' }], Default: 'A' },
        C: { Type: 'Succeed' },
      }),
    });
    const { status, error, cause, history } = await rig.run();
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.Runtime' });
    expect(cause).toContain('25000');
    expect(history.at(-1)).toMatchObject({ type: 'ExecutionFailed' });
    expect(history.length).toBeLessThanOrEqual(25_000);
    expect(history.length).toBeGreaterThan(24_990);
  });

  it('times a whole execution out, which nothing catches', async () => {
    const definition = machine({ W: { Type: 'Wait', Seconds: 100, End: true } }, { TimeoutSeconds: 60 });
    const rig = new Rig({ definition });
    const arn = await rig.start();
    await rig.advance(100);
    expect(rig.details(arn)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout', current: [{ state: 'W' }] });
    expect(rig.eventTypes(arn).at(-1)).toBe('ExecutionTimedOut');
  });
});
