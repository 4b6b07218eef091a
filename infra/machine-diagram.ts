import type { MachineName } from '#statemachines/machines';
import type { StateJson } from './definitions.ts';
import { definitionOf } from './definitions.ts';

const shapes: Readonly<Record<string, (name: string) => string>> = {
  Choice: (name) => `{${name}}`,
  Wait: (name) => `[/${name}/]`,
  Succeed: (name) => `([${name}])`,
  Fail: (name) => `([${name}])`,
  Map: (name) => `[[${name}]]`,
};
// Nearly every state leads there: drawn, the arrows would hide all others.
const anyError = 'States.ALL';

const box = (name: string) => `[${name}]`;

/** `{% $states.input.stage = 'Defence' %}` is drawn as Defence; other conditions as they are. */
const labelOf = (condition: string): string => {
  const stages = [...condition.matchAll(/'([^']+)'/g)].map(([, stage]) => stage);
  if (stages.length > 0) return stages.join(' or ');
  return condition.replace(/^\{% (.*) %\}$/, '$1').replaceAll('$states.input.', '');
};

const arrows = (name: string, state: StateJson): string[] => [
  ...(state.Choices ?? []).map(({ Condition, Next }) => `${name} -->|"${labelOf(Condition)}"| ${Next}`),
  ...(state.Default ? [`${name} -->|otherwise| ${state.Default}`] : []),
  ...(state.Next ? [`${name} --> ${state.Next}`] : []),
  ...(state.Catch ?? [])
    .filter(({ ErrorEquals }) => !ErrorEquals.includes(anyError))
    .map(({ ErrorEquals, Next }) => `${name} -.->|${ErrorEquals.join(', ')}| ${Next}`),
  ...(state.ItemProcessor ? [`${name} -->|each| ${state.ItemProcessor.StartAt}`] : []),
];

const flatten = (states: Readonly<Record<string, StateJson>>): [string, StateJson][] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as [string, StateJson],
    ...(state.ItemProcessor ? flatten(state.ItemProcessor.States) : []),
  ]);

/** A machine's definition as a picture. */
export function machineDiagram(name: MachineName): string {
  const { StartAt, States } = definitionOf(name);
  const states = flatten(States);
  const caught = new Set(states.flatMap(([, { Catch = [] }]) => Catch).filter((c) => c.ErrorEquals.includes(anyError)));
  const handler = [...caught][0]?.Next;
  const lines = [
    `start(( )) --> ${StartAt}`,
    ...states.map(([state, { Type }]) => `${state}${(shapes[Type] ?? box)(state)}`),
    ...states.flatMap(([state, json]) => arrows(state, json)),
  ];
  return `# ${name}

Written by \`npm run draw\` from statemachines/${name}.ts.${handler ? ` Not drawn: a step that fails after all retries leads to ${handler}.` : ''}

\`\`\`mermaid
flowchart TD
${lines.map((line) => `  ${line}`).join('\n')}
\`\`\`
`;
}
