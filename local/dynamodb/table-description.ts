/** A table as DescribeTable answers it. */
export interface TableDescription {
  TableName: string;
  TableArn: string;
  TableId: string;
  TableStatus: 'ACTIVE';
  CreationDateTime: number;
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  KeySchema: KeySchema;
  BillingModeSummary?: { BillingMode: string };
  ProvisionedThroughput: Throughput;
  GlobalSecondaryIndexes?: IndexDescription[];
  LocalSecondaryIndexes?: IndexDescription[];
  StreamSpecification?: StreamSpecification;
  LatestStreamArn?: string;
  LatestStreamLabel?: string;
  DeletionProtectionEnabled: boolean;
  TableSizeBytes: number;
  ItemCount: number;
}

export type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];

interface Throughput {
  ReadCapacityUnits: number;
  WriteCapacityUnits: number;
  NumberOfDecreasesToday: number;
}

export interface IndexDescription {
  IndexName: string;
  KeySchema: KeySchema;
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] };
  IndexArn: string;
  IndexSizeBytes: number;
  ItemCount: number;
  /** Of global indexes only. */
  IndexStatus?: 'ACTIVE';
  ProvisionedThroughput?: Throughput;
}

type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';

export interface StreamSpecification {
  StreamEnabled: boolean;
  StreamViewType?: StreamViewType;
}
