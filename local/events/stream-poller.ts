import type { BusySource, InvokeFunction, StreamRecord } from '../contracts.ts';
import type { Streams } from '../dynamodb/dynamodb.ts';
import { sequenceOf } from '../dynamodb/stream-record.ts';
import type { FunctionModel, StreamMappingModel } from '../template/model.ts';
import { deliverBatch } from './deliver-batch.ts';
import { compilePattern } from './pattern.ts';
import type { Queues } from './queues.ts';
import { streamFailure } from './stream-failure.ts';

export interface StreamPollerOptions {
  readonly mapping: StreamMappingModel;
  readonly fn: FunctionModel;
  readonly streams: Streams;
  readonly invoke: InvokeFunction;
  readonly queues: Queues;
  /** Real pauses before each retry; the last one repeats. */
  readonly pausesMs?: readonly number[];
}

/** Hands a table's changes to a function, in order, at least once. */
export interface StreamPoller {
  start(): void;
  readonly busy: BusySource;
  stop(): void;
}

// Lambda's own pauses grow to minutes; these show a failure at once and then leave the machine in peace.
const pauses = [100, 500, 2000, 10_000];

/** A poller for one event source mapping. Throws when its filter uses what the local cloud does not know. */
export function createStreamPoller(options: StreamPollerOptions): StreamPoller {
  const { mapping, fn, streams, invoke, queues, pausesMs = pauses } = options;
  const filters = mapping.filters.map(compilePattern);
  const wanted = (record: StreamRecord) => filters.length === 0 || filters.some((matches) => matches(record));
  let position = 0;
  let unread = false;
  let working = false;
  let resting = false;
  let stopped = false;
  let wake: (() => void) | undefined;

  const commit = (sequence: number) => {
    if (stopped) return;
    position = sequence;
    streams.commit(mapping.id, sequence);
  };
  const pause = async (attempt: number): Promise<boolean> => {
    const pauseMs = pausesMs[attempt - 1] ?? pausesMs.at(-1) ?? 0;
    // A record that cannot be handled is no reason for the award's clock to stand still.
    resting = pauseMs > 1000;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
    resting = false;
    return !stopped;
  };

  const drain = async () => {
    working = true;
    try {
      while (unread && !stopped) {
        unread = false;
        const { records, last } = streams.read(mapping.tableName, position, mapping.batchSize);
        if (records.length > 0) unread = true;
        const batch = records.filter(wanted);
        const finished = await deliverBatch(batch, mapping, {
          invoke: (some) => invoke(mapping.functionName, { Records: some }),
          passed: (some) => some.length > 0 && commit(sequenceOf(some.at(-1)?.dynamodb.SequenceNumber ?? '')),
          giveUp(some, error, attempts) {
            if (mapping.onFailure) queues.send(mapping.onFailure, streamFailure(mapping, fn, some, error, attempts));
          },
          pause,
        });
        if (finished && last > position) commit(last);
      }
    } finally {
      working = false;
    }
  };
  const look = () => {
    unread = true;
    if (!working && !stopped) void drain().catch((error: unknown) => console.error(`Stream of ${mapping.id}:`, error));
  };

  let stopListening = () => {};
  return {
    start() {
      position = streams.register(mapping.id, mapping.tableName, mapping.startsAt);
      stopListening = streams.onChange(look);
      look();
    },
    busy: { name: `stream to ${mapping.functionName}`, isBusy: () => (working || unread) && !resting && !stopped },
    stop() {
      stopped = true;
      stopListening();
      wake?.();
    },
  };
}
