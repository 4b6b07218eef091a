import type { Place } from './arns.ts';
import type { Definition } from './definition.ts';
import {
  branchFields,
  catcherFields,
  fieldProblems,
  machineFields,
  processorFields,
  requiredFields,
  retrierFields,
  ruleFields,
  stateFields,
} from './definition-fields.ts';
import { lintProblems } from './definition-outline.ts';
import { templateProblems, variableProblems } from './definition-templates.ts';

/** A definition that the engine would not run exactly as it is written; `problems` name state and field. */
export class DefinitionRefused extends Error {
  readonly problems: readonly string[];
  constructor(machine: string, problems: readonly string[]) {
    super(`State machine ${machine} is refused:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'DefinitionRefused';
    this.problems = problems;
  }
}

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const things = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);

/** Reads Amazon States Language and refuses, all at once and by name, whatever the engine does not run. */
export function readDefinition(
  machine: string,
  definition: unknown,
  place: Place,
  { linted = false }: { linted?: boolean } = {},
): Definition {
  if (!isThing(definition)) throw new DefinitionRefused(machine, ['the definition is not an object']);
  const problems = fieldProblems(definition, machineFields, ['StartAt', 'States']);
  problems.push(...scopeProblems(definition, definition.QueryLanguage === 'JSONata', new Set(), place));
  if (problems.length === 0 && !linted) problems.push(...lintProblems(definition));
  if (problems.length > 0) throw new DefinitionRefused(machine, problems);
  return definition as unknown as Definition;
}

function scopeProblems(scope: Thing, jsonata: boolean, outer: ReadonlySet<string>, place: Place): string[] {
  if (!isThing(scope.States)) return [];
  const { names, problems } = variableProblems(scope.States, outer);
  for (const [name, state] of Object.entries(scope.States)) {
    const found = isThing(state) ? stateProblems(state, jsonata, names, place) : ['is not an object'];
    problems.push(...found.map((problem) => (problem.startsWith('state ') ? problem : `state ${name}: ${problem}`)));
  }
  return problems;
}

function stateProblems(state: Thing, jsonata: boolean, variables: ReadonlySet<string>, place: Place): string[] {
  const type = String(state.Type);
  const known = stateFields[type];
  if (known === undefined) return [`type ${type} is not known`];
  if (!jsonata && state.QueryLanguage === undefined) {
    return ['query language JSONPath (the default) is not run here: set QueryLanguage to JSONata'];
  }
  return [
    ...fieldProblems(state, known, requiredFields[type] ?? []),
    ...resourceProblems(state, place),
    ...waitProblems(state),
    ...listProblems('Choices', state.Choices, (rule) => fieldProblems(rule, ruleFields, ['Condition', 'Next'])),
    ...listProblems('Retry', state.Retry, (retrier) => fieldProblems(retrier, retrierFields, ['ErrorEquals'])),
    ...listProblems('Catch', state.Catch, (catcher) => fieldProblems(catcher, catcherFields, ['ErrorEquals', 'Next'])),
    ...templateProblems(state),
    ...innerScopes(state).flatMap(([field, scope, fields]) => [
      ...fieldProblems(scope, fields, ['StartAt', 'States']).map((problem) => `${field}: ${problem}`),
      ...scopeProblems(scope, jsonata, variables, place),
    ]),
  ];
}

function resourceProblems({ Type, Resource }: Thing, place: Place): string[] {
  if (Type !== 'Task' || typeof Resource !== 'string') return [];
  const invoke = `arn:${place.partition}:states:::lambda:invoke`;
  if (Resource === invoke || Resource === `${invoke}.waitForTaskToken`) return [];
  return [`field Resource: ${Resource} is not run here, only ${invoke} and ${invoke}.waitForTaskToken`];
}

function waitProblems({ Type, Seconds, Timestamp }: Thing): string[] {
  if (Type !== 'Wait' || (Seconds === undefined) !== (Timestamp === undefined)) return [];
  return ['needs either Seconds or Timestamp'];
}

function listProblems(field: string, value: unknown, check: (entry: Thing) => string[]): string[] {
  return things(value).flatMap((entry, index) => check(entry).map((problem) => `${field}[${index}]: ${problem}`));
}

function innerScopes(state: Thing): [string, Thing, typeof branchFields][] {
  if (isThing(state.ItemProcessor)) return [['ItemProcessor', state.ItemProcessor, processorFields]];
  return things(state.Branches).map((branch, index) => [`Branches[${index}]`, branch, branchFields]);
}
