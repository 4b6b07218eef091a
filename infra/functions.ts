import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { environment as env } from '#functions/names';
import { AwardFunction } from './award-function.ts';
import { grantsOf } from './grants.ts';
import { meanings } from './meanings.ts';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

/** Where the bundle of a function lies. */
export type CodeDirOf = (functionName: string) => string;

// API Gateway gives up after 30 s; what waits behind a stream or a machine may take longer.
const patience = { api: Duration.seconds(29), step: Duration.seconds(60), event: Duration.minutes(5) } as const;

type Kind = keyof typeof patience;

/** Work that goes through all files of a case or a cycle, with a whole processor for hashing and for the network. */
const untiring: ReadonlySet<string> = new Set([
  'step-build-dossier',
  'step-keep-records',
  'step-appraise-records',
  'step-dispose-records',
]);

const logOf = (scope: Construct, kind: Kind) =>
  new LogGroup(scope, `log-${kind}`, {
    // The classified protection scheme asks for half a year at least.
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  });

/** Makes the functions of a stack, each by its name, with what infra/grants.ts gives it; it holds functions of these kinds. */
export function functionMaker(
  scope: Construct,
  stateful: StatefulStack,
  settings: Settings,
  codeDirOf: CodeDirOf,
  kinds: readonly Kind[],
) {
  const meant = meanings(stateful, settings, Stack.of(scope));
  const keyArn = stateful.key?.keyArn;
  // A log for each kind of function: one for each function would take a tenth of the resources CloudFormation allows.
  const logs = Object.fromEntries(kinds.map((kind) => [kind, logOf(scope, kind)])) as Partial<Record<Kind, LogGroup>>;
  return (name: string): AwardFunction => {
    const kind = name.split('-')[0] as Kind;
    const made = new AwardFunction(scope, name, {
      name,
      prefix: prefixOf(settings),
      codeDir: codeDirOf(name),
      timeout: untiring.has(name) ? Duration.minutes(15) : patience[kind],
      memoryMb: untiring.has(name) ? 1769 : 512,
      logGroup: logs[kind] as LogGroup,
      meanings: grantsOf(name).map((grant) => meant[grant]),
      environment: { [env.coreTable]: stateful.core.tableName, [env.auditTable]: stateful.audit.tableName },
    });
    if (keyArn)
      made.allow(new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [keyArn] }));
    return made;
  };
}

/** Makes a function of the deployment. */
export type MakeFunction = ReturnType<typeof functionMaker>;
