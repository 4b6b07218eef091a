import { createHash } from 'node:crypto';
import type { StreamRecord } from '../contracts.ts';
import type { Arns } from './arns.ts';
import type { Item } from './attribute-value.ts';
import { itemSize } from './item-size.ts';
import type { TableDescription } from './table-description.ts';

/** A change as it lies in SQLite. */
export interface ChangeRow {
  sequence: number;
  award_time: number;
  expired: number;
  before: string | null;
  after: string | null;
}

/** The record that a consumer receives, with the images that the table's stream carries. */
export function streamRecord(row: ChangeRow, table: TableDescription, arns: Arns, region: string): StreamRecord {
  const before = row.before === null ? undefined : (JSON.parse(row.before) as Item);
  const after = row.after === null ? undefined : (JSON.parse(row.after) as Item);
  const view = table.StreamSpecification?.StreamViewType ?? 'NEW_AND_OLD_IMAGES';
  const keys = keysOf(table, after ?? before ?? {});
  const newImage = view === 'NEW_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? after : undefined;
  const oldImage = view === 'OLD_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? before : undefined;
  const arn = arns.stream(table.TableName, table.LatestStreamLabel ?? '');
  return {
    eventID: createHash('sha256').update(`${arn}/${row.sequence}`).digest('hex').slice(0, 32),
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: arn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(row.award_time / 1000),
      Keys: keys,
      ...(newImage && { NewImage: newImage }),
      ...(oldImage && { OldImage: oldImage }),
      SequenceNumber: sequenceNumber(row.sequence),
      SizeBytes: itemSize(keys) + itemSize(newImage ?? {}) + itemSize(oldImage ?? {}),
      StreamViewType: view,
    },
    ...(row.expired === 1 && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
}

/** AWS's are digits of one length that grow, as numbers and as texts alike. */
const sequenceNumber = (sequence: number) => `1${String(sequence).padStart(20, '0')}`;

/** The sequence behind a record's SequenceNumber. */
export const sequenceOf = (number: string): number => Number(number.slice(1));

/** The item's key attributes. */
export function keysOf(table: TableDescription, item: Item): Item {
  return Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, item[name] ?? {}]));
}
