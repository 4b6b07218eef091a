import { existsSync } from 'node:fs';
import type { FunctionModel } from './model.ts';
import { bag, functionNameIn, number, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';
import type { RoleFinder } from './roles.ts';

/** Reads the functions, with who may invoke them and what becomes of failed asynchronous events. */
export function readFunctions(
  resources: Resources,
  assets: ReadonlyMap<string, string>,
  roleOf: RoleFinder,
  refusals: Refusals,
): FunctionModel[] {
  const of = (type: string, name: string) =>
    resources.all.filter(
      (one) => one.type === type && functionNameIn(text(one.properties, 'FunctionName') ?? '') === name,
    );
  return resources.all
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map((resource) => {
      const { properties, identity } = resource;
      const runtime = text(properties, 'Runtime') ?? '';
      if (!/^nodejs\d+\.x$/.test(runtime)) refusals.refuse(`${resource.id}: the local cloud has no runtime ${runtime}`);
      const invokeConfig = of('AWS::Lambda::EventInvokeConfig', identity.name)[0]?.properties;
      return {
        name: identity.name,
        arn: identity.attributes['Arn'] ?? '',
        logicalId: resource.logicalId,
        assetDir: assetDir(resource, assets, refusals),
        handler: text(properties, 'Handler') ?? '',
        environment: (bag(bag(properties, 'Environment'), 'Variables') ?? {}) as Record<string, string>,
        timeoutSeconds: number(properties, 'Timeout', 3),
        memoryMb: number(properties, 'MemorySize', 128),
        logGroup: text(bag(properties, 'LoggingConfig'), 'LogGroup') ?? `/aws/lambda/${identity.name}`,
        role: roleOf(resource, text(properties, 'Role'), 'lambda.amazonaws.com'),
        invokers: of('AWS::Lambda::Permission', identity.name).map((one) => text(one.properties, 'Principal') ?? ''),
        async: {
          retries: number(invokeConfig, 'MaximumRetryAttempts', 2),
          onFailure:
            text(bag(bag(invokeConfig, 'DestinationConfig'), 'OnFailure'), 'Destination') ??
            text(bag(properties, 'DeadLetterConfig'), 'TargetArn'),
        },
      };
    });
}

function assetDir(resource: Resource, assets: ReadonlyMap<string, string>, refusals: Refusals): string {
  const key = text(bag(resource.properties, 'Code'), 'S3Key');
  const dir = key === undefined ? undefined : assets.get(key);
  if (dir === undefined || !existsSync(dir))
    refusals.refuse(`${resource.id}: its code is not a built asset (${key ?? 'inline'})`);
  return dir ?? '';
}
