import type { RuleModel, StreamMappingModel, TableModel } from './model.ts';
import { allowOnly, bag, flag, functionNameIn, list, number, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resources } from './resources.ts';

/** Reads the mappings from tables' streams to functions. */
export function readStreamMappings(
  resources: Resources,
  tables: readonly TableModel[],
  refusals: Refusals,
): StreamMappingModel[] {
  return resources.all
    .filter(
      ({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && text(properties, 'Enabled') !== 'false',
    )
    .map((resource) => {
      const { properties } = resource;
      const streamArn = text(properties, 'EventSourceArn') ?? '';
      const table = tables.find(({ stream }) => stream?.arn === streamArn);
      if (!table) refusals.refuse(`${resource.id}: its source ${streamArn} is not a stream of a table in the template`);
      const types = list<string>(properties, 'FunctionResponseTypes');
      return {
        id: resource.logicalId,
        functionName: functionNameIn(text(properties, 'FunctionName') ?? ''),
        tableName: table?.name ?? '',
        streamArn,
        batchSize: number(properties, 'BatchSize', 100),
        filters: list(bag(properties, 'FilterCriteria'), 'Filters').map((filter) =>
          parsed(text(filter, 'Pattern') ?? '{}'),
        ),
        bisect: flag(properties, 'BisectBatchOnFunctionError'),
        retries: number(properties, 'MaximumRetryAttempts', -1),
        maximumAgeSeconds: number(properties, 'MaximumRecordAgeInSeconds', -1),
        onFailure: text(bag(bag(properties, 'DestinationConfig'), 'OnFailure'), 'Destination'),
        reportsItemFailures: types.includes('ReportBatchItemFailures'),
        startsAt: text(properties, 'StartingPosition') === 'LATEST' ? 'LATEST' : 'TRIM_HORIZON',
      };
    });
}
const parsed = (pattern: string): unknown => JSON.parse(pattern);

/** Reads EventBridge rules on the default bus. */
export function readRules(resources: Resources, refusals: Refusals): RuleModel[] {
  return resources.all
    .filter(({ type, properties }) => type === 'AWS::Events::Rule' && text(properties, 'State') !== 'DISABLED')
    .map((resource) => ({
      name: resource.identity.name,
      pattern: (bag(resource.properties, 'EventPattern') ?? {}) as Record<string, unknown>,
      targets: list(resource.properties, 'Targets').map((target) => {
        allowOnly(resource, target, 'Arn DeadLetterConfig Id Input RetryPolicy', refusals);
        const arn = text(target, 'Arn') ?? '';
        if (!arn.includes(':lambda:')) refusals.refuse(`${resource.id}: rules reach functions only, not ${arn}`);
        return {
          functionName: functionNameIn(arn),
          input: text(target, 'Input'),
          deadLetterArn: text(bag(target, 'DeadLetterConfig'), 'Arn'),
        };
      }),
    }));
}
