import { randomUUID } from 'node:crypto';
import { FunctionError, type StreamRecord } from '../contracts.ts';
import type { FunctionModel, StreamMappingModel } from '../template/model.ts';

/** The message Lambda sends to a mapping's failure destination: where the records are, not what they hold. */
export function streamFailure(
  mapping: StreamMappingModel,
  fn: FunctionModel,
  records: readonly StreamRecord[],
  error: unknown,
  attempts: number,
): string {
  const arrived = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  const exhausted = mapping.retries >= 0 && attempts > mapping.retries;
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: fn.arn,
      condition: exhausted ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded',
      approximateInvokeCount: attempts,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: error instanceof FunctionError ? error.errorType : 'Unhandled',
    },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000000000000000000-00000000',
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrived(records[0]),
      approximateArrivalOfLastRecord: arrived(records.at(-1)),
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
  });
}
