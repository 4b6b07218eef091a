import type { BucketConfig } from './s3/s3.ts';
import type { TemplateTable } from './dynamodb/dynamodb.ts';
import type { BucketModel, TableModel } from './template/model.ts';
import { list, number, text } from './template/properties.ts';

/** A table of the model as DynamoDB takes it. */
export function tableOf(table: TableModel): TemplateTable {
  return {
    TableName: table.name,
    KeySchema: [...table.keySchema] as TemplateTable['KeySchema'],
    AttributeDefinitions: [...table.attributes] as TemplateTable['AttributeDefinitions'],
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.globalIndexes.length > 0 && {
      GlobalSecondaryIndexes: table.globalIndexes as unknown as TemplateTable['GlobalSecondaryIndexes'],
    }),
    ...(table.localIndexes.length > 0 && {
      LocalSecondaryIndexes: table.localIndexes as unknown as TemplateTable['LocalSecondaryIndexes'],
    }),
    ...(table.stream &&
      ({
        StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream.viewType },
      } as Pick<TemplateTable, 'StreamSpecification'>)),
    ...(table.ttlAttribute !== undefined && { TimeToLiveAttribute: table.ttlAttribute }),
  };
}

/** A bucket of the model as S3 takes it; S3 itself refuses what it could not enforce. */
export function bucketOf(bucket: BucketModel): BucketConfig {
  const { defaultRetention: retention } = bucket;
  return {
    name: bucket.name,
    versioning: bucket.versioned,
    objectLock: retention
      ? {
          mode: retention.Mode,
          ...(retention.Days !== undefined && { days: Number(retention.Days) }),
          ...(retention.Years !== undefined && { years: Number(retention.Years) }),
        }
      : bucket.objectLock,
    lifecycle: bucket.lifecycleRules,
    cors: bucket.corsRules.map((rule) => ({
      id: text(rule, 'Id'),
      allowedOrigins: list<string>(rule, 'AllowedOrigins'),
      allowedMethods: list<string>(rule, 'AllowedMethods'),
      allowedHeaders: list<string>(rule, 'AllowedHeaders'),
      exposedHeaders: list<string>(rule, 'ExposedHeaders'),
      ...('MaxAge' in rule && { maxAge: number(rule, 'MaxAge', 0) }),
    })),
    bucketPolicy: [bucket.policy?.['Statement'] ?? []].flat(),
  } as BucketConfig;
}
