/** Run as a child process to be killed: an engine on a file, whose functions note their calls in another file. */
import { appendFileSync } from 'node:fs';
import { createStates } from '#local/states/states';
import { anAuthority, machineArn, operator, role } from './rig.ts';

const [file = '', log = '', definition = '', mode = ''] = process.argv.slice(2);
const now = Date.parse('2027-01-01T00:00:00Z');

const states = createStates({
  ...{ file, clock: { now: () => now, offset: () => 0 }, authority: anAuthority(), random: () => 1 },
  ...{ region: 'cn-north-1', partition: 'aws-cn', account: '000000000000' },
  async invoke(name, payload) {
    appendFileSync(log, `${JSON.stringify({ name, payload })}\n`);
    if (name === 'hang') return new Promise(() => {});
    if (name === 'flaky') throw new Error('not yet');
    return payload;
  },
});
states.defineMachine({ name: 'main', definition: JSON.parse(definition) as unknown, principal: role });
states.start();
if (mode === 'start') {
  await states.service.call('StartExecution', { stateMachineArn: machineArn, name: 'x', input: '{"n":1}' }, operator);
}
if (mode === 'flood') {
  for (let run = 0; ; run += 1) {
    await states.service.call('StartExecution', { stateMachineArn: machineArn, name: `x${run}` }, operator);
    process.stdout.write(`${run}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
while (states.busy.isBusy() && mode === 'start') {
  await new Promise((resolve) => setImmediate(resolve));
  process.stdout.write('.');
}
process.stdout.write('settled\n');
setInterval(() => {}, 1_000);
