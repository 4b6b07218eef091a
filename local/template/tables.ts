import type { IndexModel, KeySchema, TableModel } from './model.ts';
import { bag, flag, list, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';

/** Reads tables, as AWS::DynamoDB::Table or as the GlobalTable that CDK's TableV2 makes. */
export function readTables(resources: Resources, refusals: Refusals): TableModel[] {
  return resources.all
    .filter(({ type }) => type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable')
    .map((resource) => {
      const { properties, identity } = resource;
      if (list(properties, 'Replicas').length > 1)
        refusals.refuse(`${resource.id}: the local cloud has one region, no replicas`);
      const viewType = text(bag(properties, 'StreamSpecification'), 'StreamViewType');
      const ttl = bag(properties, 'TimeToLiveSpecification');
      return {
        name: identity.name,
        arn: identity.attributes['Arn'] ?? '',
        logicalId: resource.logicalId,
        keySchema: list<KeySchema>(properties, 'KeySchema'),
        attributes: list<{ AttributeName: string; AttributeType: string }>(properties, 'AttributeDefinitions'),
        globalIndexes: indexes(resource, 'GlobalSecondaryIndexes'),
        localIndexes: indexes(resource, 'LocalSecondaryIndexes'),
        ...(viewType && { stream: { arn: identity.attributes['StreamArn'] ?? '', viewType } }),
        ...(flag(ttl, 'Enabled') && { ttlAttribute: text(ttl, 'AttributeName') }),
      };
    });
}

const indexes = (resource: Resource, name: string): IndexModel[] =>
  list<IndexModel>(resource.properties, name).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));
