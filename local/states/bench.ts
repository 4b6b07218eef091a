/** Prints what a transition costs: `node local/states/bench.ts [file]` (a file on disk unless ':memory:' is given). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authority, Principal } from '../contracts.ts';
import { createStates } from './states.ts';

const length = 50;
const runs = 60;
const role: Principal = { accessKeyId: 'AK', secretAccessKey: 's', name: 'bench' };
const authority: Authority = { principal: () => role, authorize: () => {}, record: () => {} };
const place = { region: 'cn-north-1', partition: 'aws-cn', account: '000000000000' };

function chain(state: Record<string, unknown>): Record<string, unknown> {
  const states = Array.from({ length }, (_, index) => [
    `S${index}`,
    { ...state, ...(index < length - 1 ? { Next: `S${index + 1}` } : { End: true }) },
  ]);
  return { QueryLanguage: 'JSONata', StartAt: 'S0', States: Object.fromEntries(states) as unknown };
}

const machines = {
  pass: chain({ Type: 'Pass', Output: '{% $merge([$states.input, {"n": $states.input.n + 1}]) %}' }),
  task: chain({
    Type: 'Task',
    Resource: 'arn:aws-cn:states:::lambda:invoke',
    Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
    Output: '{% $states.result.Payload %}',
  }),
};

const directory = mkdtempSync(join(tmpdir(), 'states-bench-'));
const file = process.argv[2] ?? join(directory, 'states.sqlite');
const clock = { now: () => Date.now(), offset: () => 0 };
const states = createStates({ file, clock, authority, ...place, invoke: async (_, payload) => payload });
for (const [name, definition] of Object.entries(machines)) states.defineMachine({ name, definition, principal: role });
states.start();

async function run(machine: string): Promise<number> {
  const stateMachineArn = `arn:aws-cn:states:cn-north-1:000000000000:stateMachine:${machine}`;
  const begin = performance.now();
  await states.service.call('StartExecution', { stateMachineArn, input: '{"n":0}' }, role);
  while (states.busy.isBusy()) await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - begin;
}

for (const machine of Object.keys(machines)) {
  for (let warm = 0; warm < 15; warm += 1) await run(machine);
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) times.push(await run(machine));
  times.sort((one, other) => one - other);
  const median = (times[runs >> 1]! * 1_000) / length;
  const best = (times[0]! * 1_000) / length;
  console.log(`${machine}: ${median.toFixed(0)} µs per transition (median; best ${best.toFixed(0)} µs)`);
}
states.close();
rmSync(directory, { recursive: true, force: true });
