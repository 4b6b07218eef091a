import { describe, expect, it } from 'vitest';
import { readDefinition } from '#local/states/read-definition';
import { DefinitionRefused } from '#local/states/states';
import { invoke, machine } from './rig.ts';

const place = { partition: 'aws-cn', region: 'cn-north-1', account: '000000000000' };

function problems(definition: unknown): readonly string[] {
  try {
    readDefinition('main', definition, place);
    return [];
  } catch (thrown) {
    if (thrown instanceof DefinitionRefused) return thrown.problems;
    throw thrown;
  }
}

const task = (more: Record<string, unknown>) =>
  machine({ T: { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'f' }, End: true, ...more } });
const inner = (states: Record<string, unknown>) => ({ StartAt: Object.keys(states)[0], States: states });

describe('a definition', () => {
  it('is taken as CDK writes it', () => {
    const each = { Type: 'Map', QueryLanguage: 'JSONata', Items: '{% $states.input %}', MaxConcurrency: 2, End: true };
    const ItemProcessor = { ...inner({ P: { Type: 'Pass', End: true } }), ProcessorConfig: { Mode: 'INLINE' } };
    expect(problems(machine({ E: { ...each, ItemProcessor } }, { Comment: 'x', TimeoutSeconds: 9 }))).toEqual([]);
  });

  it('is taken when an Output is plain text or an expression runs over lines', () => {
    const definition = machine({
      A: { Type: 'Pass', Output: 'text', Next: 'B' },
      B: { Type: 'Pass', Output: '{%\n1 +\n1 %}', End: true },
    });
    expect(problems(definition)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a state type', machine({ A: { Type: 'Activity', End: true } }), 'state A: type Activity is not known'],
    ['a field', machine({ A: { Type: 'Pass', End: true, Colour: 1 } }), 'state A: field Colour is not known'],
    ['a JSONPath field', task({ ResultPath: '$.x' }), 'state T: field ResultPath belongs to JSONPath'],
    [
      'JSONPath by default',
      { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
      'state A: query language JSONPath',
    ],
    [
      'JSONPath by name',
      machine({ A: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }),
      'state A: field QueryLanguage must be JSONata',
    ],
    [
      'a resource',
      task({ Resource: 'arn:aws-cn:states:::dynamodb:putItem' }),
      'state T: field Resource: arn:aws-cn:states:::dynamodb:putItem is not run',
    ],
    ["another partition's resource", task({ Resource: 'arn:aws:states:::lambda:invoke' }), 'state T: field Resource'],
    [
      'an intrinsic function',
      task({ Arguments: { 'Payload.$': 'States.UUID()' } }),
      'state T: field Arguments.Payload.$ belongs to JSONPath',
    ],
    [
      'an intrinsic function as a value',
      task({ Arguments: { Payload: "States.Format('{}', 1)" } }),
      'is an intrinsic function',
    ],
    ['$eval', task({ Output: "{% $eval('1') %}" }), 'state T: field Output: Step Functions does not support $eval'],
    [
      'an expression that does not parse',
      task({ Output: { a: '{% 1 + %}' } }),
      'state T: field Output.a: 1 + does not parse',
    ],
    ['half an expression', task({ Output: '{% 1' }), 'state T: field Output: an expression stands between'],
    [
      'a retrier field',
      task({ Retry: [{ ErrorEquals: ['E'], Attempts: 1 }] }),
      'state T: Retry[0]: field Attempts is not known',
    ],
    [
      'a back-off below one',
      task({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] }),
      'state T: Retry[0]: field BackoffRate must be',
    ],
    ['a catcher without Next', task({ Catch: [{ ErrorEquals: ['E'] }] }), 'state T: Catch[0]: field Next is missing'],
    ['a timeout of zero', task({ TimeoutSeconds: 0 }), 'state T: field TimeoutSeconds must be'],
    ['credentials', task({ Credentials: { RoleArn: 'x' } }), 'state T: field Credentials is not known'],
    [
      'a distributed Map',
      machine({
        E: {
          Type: 'Map',
          End: true,
          ItemProcessor: {
            ...inner({ P: { Type: 'Pass', End: true } }),
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          },
        },
      }),
      'state E: ItemProcessor: field ProcessorConfig must be',
    ],
    [
      'an unknown inner state',
      machine({ E: { Type: 'Parallel', End: true, Branches: [inner({ P: { Type: 'Nap', End: true } })] } }),
      'state P: type Nap is not known',
    ],
    [
      'a variable assigned in two scopes',
      machine({
        A: { Type: 'Pass', Assign: { v: 1 }, Next: 'E' },
        E: { Type: 'Parallel', End: true, Branches: [inner({ P: { Type: 'Pass', Assign: { v: 2 }, End: true } })] },
      }),
      'state P: field Assign: v is assigned in an outer scope',
    ],
    [
      'a variable named states',
      machine({ A: { Type: 'Pass', Assign: { states: 1 }, End: true } }),
      'states is not a variable name',
    ],
    [
      'a Wait for two things',
      machine({ W: { Type: 'Wait', Seconds: 1, Timestamp: '2027-01-01T00:00:00Z', End: true } }),
      'state W: needs either',
    ],
    [
      'a timestamp without zone',
      machine({ W: { Type: 'Wait', Timestamp: '2027-01-01T00:00:00', End: true } }),
      'state W: field Timestamp must be',
    ],
    ['a target that does not exist', machine({ A: { Type: 'Pass', Next: 'Nowhere' } }), 'MISSING_TRANSITION_TARGET'],
    [
      'a machine without an end',
      machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
      'MISSING_TERMINAL_STATE',
    ],
    ['a state without Next or End', machine({ A: { Type: 'Pass' } }), 'TERMINAL_STATE_WITH_NEXT'],
    ['a machine field', machine({ A: { Type: 'Succeed' } }, { Colour: 1 }), 'field Colour is not known'],
    ['something else', 'text', 'not an object'],
  ])('is refused by name for %s', (_, definition, problem) => {
    expect(problems(definition).join('\n')).toContain(problem);
  });
});
