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

  it('says which ways an execution went, and how often', async () => {
    const rig = new Rig({ definition });
    const { arn } = await rig.run({ n: 2 });
    expect(rig.states.steps(arn)).toEqual([
      { state: 'Fork', from: 'Which', times: 1 },
      { state: 'Sleep', times: 1 },
      { state: 'Which', times: 1 },
    ]);
    expect(rig.states.steps('arn:none')).toEqual([]);
  });

  it('gives a history from any event on', async () => {
    const rig = new Rig({ definition });
    const { arn } = await rig.run({ n: 2 });
    expect(rig.states.history(arn, { after: 1, limit: 2 }).map(({ id }) => id)).toEqual([2, 3]);
    expect(rig.states.history('arn:none', { after: 0, limit: 2 })).toEqual([]);
  });

  it('lists executions page by page, and those of which something began, went on or ended since', async () => {
    const rig = new Rig({ definition });
    const arns = [await rig.start({ n: 2 }), await rig.start({ n: 2 }), await rig.start({ n: 2 })];
    const listed = (filter: Parameters<typeof rig.states.executions>[0]) =>
      rig.states.executions(filter).map(({ arn }) => arns.indexOf(arn));
    expect(listed({ limit: 2 })).toEqual([2, 1]);
    expect(listed({ before: arns[1], limit: 2 })).toEqual([0]);
    expect(listed({ since: rig.now })).toEqual([2, 1, 0]);
    expect(listed({ since: rig.now + 1 })).toEqual([]);
    await rig.advance(60);
    expect(listed({ since: rig.now, status: 'SUCCEEDED' })).toEqual([2, 1, 0]);
  });

  it('knows nothing of an execution that is not there', () => {
    expect(new Rig({ definition }).states.describe('arn:none')).toBeUndefined();
  });
});
