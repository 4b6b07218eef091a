import { revocationStageLabels, stageLabels } from '#domain/labels';
import { actionsOf, isEnd, nextStages, revocationStages, stages } from '#domain/lifecycle';

type Kind = Parameters<typeof isEnd>[0];

const labels: Readonly<Record<string, { zh: string; en: string }>> = { ...stageLabels, ...revocationStageLabels };

/** The actions that lead from one stage to another. */
const between = (kind: Kind, from: string, to: string): string =>
  Object.entries(actionsOf(kind, from))
    .filter(([, transition]) => transition.to.includes(to))
    .map(([action]) => action)
    .join(', ');

/** Refusal and withdrawal are possible nearly everywhere: drawn, they would hide everything else. */
const fromAnywhere: ReadonlySet<string> = new Set(['Refused', 'Withdrawn']);

const diagram = (kind: Kind, all: readonly string[]): string => {
  const drawn = all.filter((stage) => !fromAnywhere.has(stage));
  const lines = [
    ...drawn.map((stage) => `  ${stage}: ${labels[stage]?.zh} ${labels[stage]?.en}`),
    `  [*] --> ${drawn[0]}`,
    ...drawn.flatMap((stage) =>
      nextStages(kind, stage)
        .filter((next) => !fromAnywhere.has(next))
        .map((next) => `  ${stage} --> ${next}: ${between(kind, stage, next)}`),
    ),
    ...drawn.filter((stage) => isEnd(kind, stage)).map((stage) => `  ${stage} --> [*]`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
};

const table = (kind: Kind, all: readonly string[]): string =>
  [
    '| stage | action | who | leads to |',
    '|---|---|---|---|',
    ...all.flatMap((stage) =>
      Object.entries(actionsOf(kind, stage)).map(
        ([action, { by, to }]) =>
          `| ${stage} ${labels[stage]?.zh} | \`${action}\` | ${by.join(', ')} | ${to.map((next) => (next === stage ? '(stays)' : next)).join(', ')} |`,
      ),
    ),
  ].join('\n');

/** The lifecycle of applications and of revocations, as a picture and as a table. */
export const lifecycleDiagram = (): string => `# 流程 / Lifecycle

Written by \`npm run draw\` from domain/lifecycle.ts.

## 申报 / Application

From every stage before the award an application can also be refused (不予受理) or, by the applicant, withdrawn (撤回).

${diagram('application', stages)}

${table('application', stages)}

## 撤销 / Revocation

${diagram('revocation', revocationStages)}

${table('revocation', revocationStages)}
`;
