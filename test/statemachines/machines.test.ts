import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { isEnd, nextStages, waitingStages } from '#domain/lifecycle';
import type { DefinitionJson, StateJson } from '#infra/definitions';
import { definitionOf } from '#infra/definitions';
import type { MachineName } from '#statemachines/machines';
import { machines } from '#statemachines/machines';
import { stepFileOf } from '#statemachines/step-file';
import { isNotice } from '#statemachines/waits';

const names = Object.keys(machines) as MachineName[];
const definitions = new Map(names.map((name) => [name, definitionOf(name)]));
const definition = (name: MachineName): DefinitionJson => definitions.get(name) as DefinitionJson;

const all = (states: Readonly<Record<string, StateJson>>): [string, StateJson][] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as [string, StateJson],
    ...(state.ItemProcessor ? all(state.ItemProcessor.States) : []),
  ]);
const tasks = (name: MachineName) => all(definition(name).States).filter(([, { Type }]) => Type === 'Task');

const successors = ({ Next, Default, Choices = [], Catch = [], ItemProcessor }: StateJson): string[] => [
  ...(Next ? [Next] : []),
  ...(Default ? [Default] : []),
  ...[...Choices, ...Catch].map((one) => one.Next),
  ...(ItemProcessor ? [ItemProcessor.StartAt] : []),
];

/** Which stage a choice's rule is for, and which state it leads to. */
const rules = (state: StateJson | undefined) =>
  Object.fromEntries((state?.Choices ?? []).map(({ Condition, Next }) => [/'([^']+)'/.exec(Condition)?.[1], Next]));

describe.each(names)('the machine %s', (name) => {
  test('is valid Amazon States Language', () => {
    const result = validate(definition(name));
    expect(result.errorsText()).toBe('');
  });

  test('reaches every state from its start, and every state leads somewhere that exists', () => {
    const states = new Map(all(definition(name).States));
    const seen = new Set<string>();
    const visit = (state: string) => {
      if (seen.has(state)) return;
      seen.add(state);
      const json = states.get(state);
      expect(json, `${state} exists`).toBeDefined();
      if (json) successors(json).forEach(visit);
    };
    visit(definition(name).StartAt);
    expect([...seen].sort()).toEqual([...states.keys()].sort());
  });

  test('retries every step when another save came first and when Lambda has a fault', () => {
    for (const [, task] of tasks(name)) {
      const retried = (task as StateJson & { Retry: { ErrorEquals: string[]; JitterStrategy: string }[] }).Retry;
      expect(retried.flatMap((r) => r.ErrorEquals)).toEqual(
        expect.arrayContaining(['RecordChanged', 'Lambda.TooManyRequestsException']),
      );
      expect(retried.every((r) => r.JitterStrategy === 'FULL')).toBe(true);
    }
  });
});

test('every Task state has its step’s file, and every step’s file its Task state', () => {
  const files = readdirSync(join(import.meta.dirname, '../../functions/steps'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  const states = new Set(names.flatMap((name) => tasks(name).map(([state]) => stepFileOf(state))));
  expect([...states].sort()).toEqual(files.sort());
});

const cases = [
  ['application-lifecycle', 'application'],
  ['revocation', 'revocation'],
] as const;

describe.each(cases)('the machine %s and the lifecycle table', (name, kind) => {
  const { StartAt, States } = definition(name);
  const stages = waitingStages(kind);
  const enter = (stage: string) => (isEnd(kind, stage) ? 'CaseClosed' : `Open${stage}`);

  test('know the same stages in which a case waits', () => {
    const open = Object.keys(States).filter((state) => state.startsWith('Open'));
    expect(open.sort()).toEqual(stages.map((stage) => `Open${stage}`).sort());
  });

  test.each(stages)('agree on what follows %s', (stage) => {
    const expected = Object.fromEntries([stage, ...nextStages(kind, stage)].map((next) => [next, enter(next)]));
    expect(rules(States[`After${stage}`])).toEqual(expected);
    expect(States[`After${stage}`]?.Default).toBe('ResumeAtStage');
  });

  test('let a case begin at its first stage and be started again at each', () => {
    expect(StartAt).toBe('ResumeAtStage');
    expect(States[StartAt]?.Choices?.[0]).toMatchObject({ Next: `Open${stages[0]}` });
    expect(rules(States[StartAt])).toMatchObject(Object.fromEntries(stages.map((stage) => [stage, `Open${stage}`])));
  });

  test('let no wait last for ever: it runs out, is escalated and begins again', () => {
    for (const stage of stages) {
      const wait = States[`Open${stage}`] as StateJson & { TimeoutSeconds: number };
      expect(wait.TimeoutSeconds).toBeGreaterThanOrEqual(86_400);
      expect(wait.TimeoutSeconds).toBeLessThan(365 * 86_400);
      expect(wait.Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals[0], Next])).toEqual([
        ['States.Timeout', 'EscalateWait'],
        ['States.ALL', 'ReportFault'],
      ]);
    }
    expect(States.EscalateWait?.Next).toBe('ResumeAtStage');
  });

  test('put every step that fails for good before an operator', () => {
    for (const [state, { Catch }] of tasks(name).filter(([state]) => state !== 'ReportFault'))
      expect(Catch?.at(-1), state).toMatchObject({ ErrorEquals: ['States.ALL'], Next: 'ReportFault' });
    expect(States.ReportFault?.Next).toBe('CaseNeedsOperator');
  });
});

test.each(waitingStages('application').filter(isNotice))('%s ends by itself when it was published', (stage) => {
  const { States } = definition('application-lifecycle');
  expect(States[`Open${stage}`]?.Next).toBe(`${stage}Published`);
  expect(States[`${stage}Published`]).toMatchObject({
    Choices: [{ Condition: '{% $exists($states.input.until) %}', Next: `Wait${stage}End` }],
    Default: `After${stage}`,
  });
  expect(States[`Wait${stage}End`]).toMatchObject({ Timestamp: '{% $states.input.until %}', Next: `Close${stage}` });
  expect(States[`Close${stage}`]?.Next).toBe(`After${stage}`);
});

test('no definition carries a task token further than to the step that keeps it', () => {
  for (const name of names)
    for (const [state, json] of all(definition(name).States)) {
      const { Output, Assign } = json as StateJson & { Output?: unknown; Assign?: unknown };
      expect(JSON.stringify([Output, Assign]), state).not.toContain('Token');
    }
});
