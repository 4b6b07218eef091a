import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { TableProps } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { auditByDay, indexes } from '#functions/names';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/*
 * `Table` and not `TableV2`: the award has one region, and AWS::DynamoDB::Table is what every region of both
 * partitions has had from the first day, Beijing and Ningxia included.
 */
const kept = (encryptionKey: IKey | undefined) =>
  ({
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: encryptionKey ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT,
    ...(encryptionKey && { encryptionKey }),
  }) satisfies TableProps;

/** Every record of the award, an aggregate per partition. */
export function coreTable(scope: Construct, key: IKey | undefined): Table {
  const table = new Table(scope, 'Core', { ...kept(key), timeToLiveAttribute: 'ttl' });
  const index = (indexName: string, partition: string, sort: string) =>
    table.addGlobalSecondaryIndex({ indexName, partitionKey: text(partition), sortKey: text(sort) });
  index(indexes.byList, 'listPk', 'listSk');
  index(indexes.byParty, 'partyPk', 'partySk');
  index(indexes.byDue, 'duePk', 'dueSk');
  return table;
}

/** The audit trail and, by its stream, the outbox: append only. */
export function auditTable(scope: Construct, key: IKey | undefined): Table {
  const table = new Table(scope, 'Audit', { ...kept(key), stream: StreamViewType.NEW_IMAGE });
  table.addGlobalSecondaryIndex({ indexName: auditByDay, partitionKey: text('dayPk'), sortKey: text('daySk') });
  return table;
}

/**
 * The ballot boxes, sealed. No stream and no point-in-time recovery: no earlier state of a box is kept anywhere. What
 * is lost with the table is a ballot under way, which is then repeated.
 */
export const ballotsTable = (scope: Construct, key: IKey | undefined): Table =>
  new Table(scope, 'Ballots', {
    ...kept(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
  });
