import { describe, expect, it } from 'vitest';
import { invoke, machine, machineArn, Rig } from './rig.ts';

const definition = machine({
  Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n > 1 %}', Next: 'Fork' }], Default: 'Work' },
  Work: {
    ...{ Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'f' } },
    ...{ Catch: [{ ErrorEquals: ['A', 'B'], Next: 'Fork' }], End: true },
  },
  Fork: {
    Type: 'Parallel',
    Branches: [{ StartAt: 'Sleep', States: { Sleep: { Type: 'Wait', Seconds: 60, End: true } } }],
    End: true,
  },
});

describe('what the status page is told', () => {
  it('draws a machine with all its ways and counts its executions', async () => {
    const rig = new Rig({ definition });
    await rig.start({ n: 2 });
    expect(rig.states.machines()).toEqual([
      {
        name: 'main',
        arn: machineArn,
        executions: { RUNNING: 1 },
        graph: {
          startAt: 'Which',
          nodes: [
            { name: 'Which', type: 'Choice' },
            { name: 'Work', type: 'Task' },
            { name: 'Fork', type: 'Parallel' },
            { name: 'Sleep', type: 'Wait', inside: 'Fork' },
          ],
          edges: [
            { from: 'Which', to: 'Fork', kind: 'choice', label: '{% $states.input.n > 1 %}' },
            { from: 'Which', to: 'Work', kind: 'default' },
            { from: 'Work', to: 'Fork', kind: 'catch', label: 'A, B' },
          ],
        },
      },
    ]);
  });

  it('says where an execution stands and when it goes on', async () => {
    const rig = new Rig({ definition });
    const details = await rig.run({ n: 2 });
    expect(details.current).toEqual([
      { state: 'Fork', inside: [], waitsFor: 'children', since: rig.now },
      { state: 'Sleep', inside: ['Fork'], waitsFor: 'time', since: rig.now, due: rig.now + 60_000 },
    ]);
    expect(rig.states.executions({ machine: 'main', status: 'RUNNING' })).toHaveLength(1);
    expect(rig.states.executions({ status: 'FAILED' })).toEqual([]);
  });

  it('knows nothing of an execution that is not there', () => {
    expect(new Rig({ definition }).states.describe('arn:none')).toBeUndefined();
  });
});
