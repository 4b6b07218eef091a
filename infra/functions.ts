import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
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

/** Makes the functions of a deployment, each by its name, with what infra/grants.ts gives it. */
export function functionMaker(scope: Construct, stateful: StatefulStack, settings: Settings, codeDirOf: CodeDirOf) {
  const meant = meanings(stateful, settings, Stack.of(scope));
  const keyArn = stateful.key?.keyArn;
  return (name: string): AwardFunction => {
    const made = new AwardFunction(scope, name, {
      name,
      prefix: prefixOf(settings),
      codeDir: codeDirOf(name),
      timeout: patience[name.split('-')[0] as keyof typeof patience],
      memoryMb: 512,
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
