import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invoke, invokeAndWait, machine, Rig } from './rig.ts';

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'states-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const child = new URL('./killed-engine.ts', import.meta.url).pathname;
const node = new URL('../../../node_modules/.bin/node', import.meta.url).pathname;
const arn = 'arn:aws-cn:states:cn-north-1:000000000000:execution:main:x';

/** Runs the engine in a process of its own until its output says so, then kills it without warning. */
async function runAndKill(definition: unknown, mode: string, until: (output: string) => boolean): Promise<string> {
  const args = [child, join(directory, 'states.sqlite'), join(directory, 'log'), JSON.stringify(definition), mode];
  const process = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  process.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
  await new Promise<void>((resolve, reject) => {
    process.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (until(output)) resolve();
    });
    process.on('exit', () => reject(new Error(errors)));
  });
  process.kill('SIGKILL');
  await once(process, 'close');
  return output;
}

const calls = () => {
  const log = join(directory, 'log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line) as { name: string; payload: unknown });
};

/** Opens the file that the killed process left, in this process. */
function reopen(definition: unknown, functions: Record<string, (payload: never) => unknown> = {}): Rig {
  return new Rig({ definition, functions, file: join(directory, 'states.sqlite') });
}

const settled = (output: string) => output.includes('settled');
const task = (FunctionName: string, more: Record<string, unknown>) => ({
  ...{ Type: 'Task', Resource: invoke, Arguments: { FunctionName, Payload: '{% $states.input %}' } },
  ...more,
});

describe('an engine killed with SIGKILL', () => {
  it('goes on waiting for a token without asking again, and takes it', async () => {
    const definition = machine({
      A: { Type: 'Pass', Assign: { kept: 5 }, Next: 'Ask' },
      Ask: {
        ...{ Type: 'Task', Resource: invokeAndWait, TimeoutSeconds: 1_000, HeartbeatSeconds: 900 },
        Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
        Output: '{% [$states.result, $kept, $states.input.n] %}',
        End: true,
      },
    });
    await runAndKill(definition, 'start', settled);
    const rig = reopen(definition);
    await rig.settle();
    expect(rig.calls).toEqual([]);
    expect(rig.states.timers.nextDue()).toBe(rig.now + 900_000);
    await rig.call('SendTaskSuccess', { taskToken: calls()[0]?.payload, output: '"yes"' });
    await rig.settle();
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: ['yes', 5, 1] });
  });

  it('still times out when the token does not come', async () => {
    const definition = machine({
      Ask: {
        Type: 'Task',
        Resource: invokeAndWait,
        TimeoutSeconds: 1_000,
        Arguments: { FunctionName: 'ask' },
        End: true,
      },
    });
    await runAndKill(definition, 'start', settled);
    const rig = reopen(definition);
    await rig.advance(999);
    expect(rig.details(arn).status).toBe('RUNNING');
    await rig.advance(1);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('keeps a Wait and a machine timeout to their times', async () => {
    const definition = machine(
      { W: { Type: 'Wait', Seconds: 100, Next: 'V' }, V: { Type: 'Wait', Seconds: 100, End: true } },
      { TimeoutSeconds: 150 },
    );
    await runAndKill(definition, 'start', settled);
    const rig = reopen(definition);
    await rig.advance(100);
    expect(rig.details(arn).current).toMatchObject([{ state: 'V' }]);
    await rig.advance(50);
    expect(rig.details(arn).status).toBe('TIMED_OUT');
  });

  it('keeps the count of attempts and the time of the next', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 1 }];
    const definition = machine({ T: task('flaky', { Retry, End: true }) });
    await runAndKill(definition, 'start', settled);
    const failing = () => {
      throw new Error('still not');
    };
    const rig = reopen(definition, { flaky: failing });
    await rig.advance(59);
    expect(rig.calls).toEqual([]);
    await rig.advance(1);
    expect(rig.calls).toHaveLength(1);
    expect(rig.details(arn)).toMatchObject({ status: 'FAILED', cause: 'still not' });
  });

  it('invokes a plain task in flight again, with the same payload, and none that had ended', async () => {
    const definition = machine({
      Before: task('before', { Output: '{% $uuid() %}', Next: 'Hang' }),
      Hang: task('hang', { Output: '{% $states.result.Payload %}', End: true }),
    });
    await runAndKill(definition, 'start', () => calls().length === 2);
    const rig = reopen(definition, { hang: (payload: string) => payload });
    await rig.settle();
    expect(rig.calls.map(({ name }) => name)).toEqual(['hang']);
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: calls()[1]?.payload });
  });

  it('goes on with the iterations and branches that were left', async () => {
    const definition = machine({
      Each: {
        ...{ Type: 'Map', Items: [1, 2, 3, 4], MaxConcurrency: 2, End: true },
        ItemProcessor: {
          StartAt: 'Odd',
          States: {
            Odd: {
              Type: 'Choice',
              Choices: [{ Condition: '{% $states.input = 2 %}', Next: 'Hang' }],
              Default: 'Quick',
            },
            Hang: task('hang', { Output: '{% $states.result.Payload * 10 %}', End: true }),
            Quick: task('quick', { Output: '{% $states.result.Payload %}', End: true }),
          },
        },
      },
    });
    await runAndKill(definition, 'start', () => calls().length === 4);
    const rig = reopen(definition, { hang: (n: number) => n, quick: (n: number) => n });
    await rig.settle();
    expect(rig.calls.filter(({ name }) => name === 'hang')).toHaveLength(1);
    expect(rig.details(arn)).toMatchObject({ status: 'SUCCEEDED', output: [1, 20, 3, 4] });
  });

  it('runs an execution to its end by the definition it was started with', async () => {
    const wait = { Type: 'Wait', Seconds: 10, Next: 'End' };
    await runAndKill(machine({ W: wait, End: { Type: 'Pass', Output: 'old', End: true } }), 'start', settled);
    const rig = reopen(machine({ W: wait, End: { Type: 'Pass', Output: 'new', End: true } }));
    await rig.advance(10);
    expect(rig.details(arn).output).toBe('old');
    const fresh = await rig.start();
    await rig.advance(10);
    expect(rig.details(fresh).output).toBe('new');
  });

  it('loses no execution that it said was started, whenever it is killed', async () => {
    const definition = machine({
      A: task('f', { Next: 'B' }),
      B: { Type: 'Pass', Next: 'C' },
      C: task('f', { End: true }),
    });
    const output = await runAndKill(definition, 'flood', (so) => so.split('\n').length > 40);
    const started = output.trim().split('\n').length;
    const rig = reopen(definition, { f: (payload) => payload });
    await rig.settle();
    const executions = rig.states.executions({ limit: 10_000 });
    expect(executions.length).toBeGreaterThanOrEqual(started);
    for (const { arn: each, status } of executions) {
      expect(status).toBe('SUCCEEDED');
      const ids = rig.details(each).history.map(({ id }) => id);
      expect(ids).toEqual(ids.map((_, index) => index + 1));
    }
  });
});
