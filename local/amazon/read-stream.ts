import type { StreamRecord } from '../contracts.ts';
import type { Send } from './wire.ts';

/** The last sequence number that was read, by shard. */
export type Cursor = Map<string, string>;

interface Description {
  readonly StreamDescription: { readonly Shards: readonly { readonly ShardId: string }[] };
}
interface Page {
  readonly Records: readonly StreamRecord[];
  readonly NextShardIterator?: string;
}

/** Reads what each shard has after its cursor, shards in the order of their making. */
export async function* readNewRecords(
  send: Send,
  streamArn: string,
  cursors: Cursor,
): AsyncGenerator<{ shard: string; records: readonly StreamRecord[] }> {
  const call = (operation: string, input: object) => send(`DynamoDBStreams_20120810.${operation}`, input);
  const { StreamDescription } = (await call('DescribeStream', { StreamArn: streamArn })) as unknown as Description;
  for (const { ShardId } of StreamDescription.Shards) {
    const shard = `${streamArn}/${ShardId}`;
    const last = cursors.get(shard);
    const from =
      last === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last };
    const got = await call('GetShardIterator', { StreamArn: streamArn, ShardId, ...from });
    let iterator = got['ShardIterator'] as string | undefined;
    while (iterator !== undefined) {
      const page = (await call('GetRecords', { ShardIterator: iterator })) as unknown as Page;
      if (page.Records.length === 0) break;
      yield { shard, records: page.Records };
      iterator = page.NextShardIterator;
    }
  }
}
