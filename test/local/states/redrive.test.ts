import { describe, expect, it } from 'vitest';
import { invoke, machine, Rig } from './rig.ts';

const task = (FunctionName: string, more: Record<string, unknown> = {}) => ({
  ...{ Type: 'Task', Resource: invoke, Output: '{% $states.result.Payload %}', End: true },
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  ...more,
});

describe('RedriveExecution', () => {
  it('keeps the results of iterations that had ended, and runs the others again from where they failed', async () => {
    let broken = true;
    const work = (n: number) => {
      if (n === 2 && broken) throw new Error('broken');
      return n * 10;
    };
    const each = { Type: 'Map', Items: [1, 2, 3], MaxConcurrency: 1, End: true };
    const ItemProcessor = {
      StartAt: 'Note',
      States: { Note: task('note', { End: undefined, Next: 'Work' }), Work: task('work') },
    };
    delete (ItemProcessor.States.Note as { End?: true }).End;
    const rig = new Rig({
      definition: machine({ Each: { ...each, ItemProcessor } }),
      functions: { work, note: (n: number) => n },
    });
    const arn = await rig.start();
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', cause: 'broken' });
    broken = false;
    rig.calls.length = 0;
    await rig.call('RedriveExecution', { executionArn: arn });
    await rig.settle();
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: [10, 20, 30] });
    expect(rig.calls.map(({ name, payload }) => `${name} ${String(payload)}`)).toEqual(['work 2', 'note 3', 'work 3']);
    expect(rig.eventTypes(arn)).toContain('ExecutionRedriven');
  });

  it('gives retriers their attempts and the machine its time again', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 }];
    const work = () => {
      throw new Error('broken');
    };
    const rig = new Rig({
      definition: machine({ T: task('work', { Retry }) }, { TimeoutSeconds: 100 }),
      functions: { work },
    });
    const arn = await rig.start();
    await rig.advance(90);
    expect(rig.calls).toHaveLength(2);
    await rig.call('RedriveExecution', { executionArn: arn });
    await rig.advance(50);
    expect(rig.calls).toHaveLength(4);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', cause: 'broken' });
  });

  it('leaves variables as they were', async () => {
    let broken = true;
    const work = () => {
      if (broken) throw new Error('broken');
      return 1;
    };
    const definition = machine({
      A: { Type: 'Pass', Assign: { v: '{% $uuid() %}' }, Output: '{% 1 %}', Next: 'T' },
      T: task('work', { Output: '{% [$v, $states.context.Execution.RedriveCount] %}' }),
    });
    const rig = new Rig({ definition, functions: { work } });
    const arn = await rig.start();
    broken = false;
    await rig.call('RedriveExecution', { executionArn: arn });
    await rig.settle();
    const assigned = JSON.stringify(rig.details(arn).history.find(({ type }) => type === 'PassStateExited'));
    const [v, redriven] = rig.details(arn).output as [string, number];
    expect(assigned).toContain(v);
    expect(redriven).toBe(1);
  });
});
