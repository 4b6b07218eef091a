import { randomUUID } from 'node:crypto';
import type { Millis } from '../contracts.ts';
import type { Arns } from './arns.ts';
import type { IndexDescription, KeySchema, StreamSpecification, TableDescription } from './table-description.ts';

/** A table as CreateTable asks for it. */
export interface TableDefinition {
  readonly TableName: string;
  readonly AttributeDefinitions: TableDescription['AttributeDefinitions'];
  readonly KeySchema: KeySchema;
  readonly BillingMode?: string;
  readonly ProvisionedThroughput?: { ReadCapacityUnits: number; WriteCapacityUnits: number };
  readonly GlobalSecondaryIndexes?: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes?: readonly IndexDefinition[];
  readonly StreamSpecification?: Partial<StreamSpecification>;
  readonly DeletionProtectionEnabled?: boolean;
}

type IndexDefinition = Pick<IndexDescription, 'IndexName' | 'KeySchema' | 'Projection'> & {
  readonly ProvisionedThroughput?: { ReadCapacityUnits: number; WriteCapacityUnits: number };
};

const noThroughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };

/** The description of a table that is active at once. */
export function describe(definition: TableDefinition, arns: Arns, now: Millis): TableDescription {
  const { TableName: name, BillingMode: billing, GlobalSecondaryIndexes, LocalSecondaryIndexes } = definition;
  const index = ({ IndexName, KeySchema, Projection }: IndexDefinition): IndexDescription => ({
    IndexName,
    KeySchema,
    Projection,
    IndexArn: arns.index(name, IndexName),
    IndexSizeBytes: 0,
    ItemCount: 0,
  });
  return {
    TableName: name,
    TableArn: arns.table(name),
    TableId: randomUUID(),
    TableStatus: 'ACTIVE',
    CreationDateTime: Math.floor(now / 1000),
    AttributeDefinitions: definition.AttributeDefinitions,
    KeySchema: definition.KeySchema,
    ...(billing === 'PAY_PER_REQUEST' && { BillingModeSummary: { BillingMode: billing } }),
    ProvisionedThroughput: { ...(definition.ProvisionedThroughput ?? noThroughput), NumberOfDecreasesToday: 0 },
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((one) => ({
        ...index(one),
        IndexStatus: 'ACTIVE' as const,
        ProvisionedThroughput: { ...(one.ProvisionedThroughput ?? noThroughput), NumberOfDecreasesToday: 0 },
      })),
    }),
    ...(LocalSecondaryIndexes && { LocalSecondaryIndexes: LocalSecondaryIndexes.map(index) }),
    ...stream(definition, arns, now),
    DeletionProtectionEnabled: definition.DeletionProtectionEnabled === true,
    TableSizeBytes: 0,
    ItemCount: 0,
  };
}

function stream({ TableName: name, StreamSpecification: asked }: TableDefinition, arns: Arns, now: Millis) {
  // CloudFormation names the view alone; the API asks for StreamEnabled too.
  const view = asked?.StreamViewType;
  if (view === undefined || asked?.StreamEnabled === false) return {};
  const label = new Date(now).toISOString().replace('Z', '');
  return {
    StreamSpecification: { StreamEnabled: true, StreamViewType: view },
    LatestStreamLabel: label,
    LatestStreamArn: arns.stream(name, label),
  };
}
