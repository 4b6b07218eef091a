import type { Operation } from '../engine.ts';
import { batchGetItem, batchWriteItem } from './batches.ts';
import { getItem, query, scan } from './item-reads.ts';
import { deleteItem, putItem, updateItem } from './item-writes.ts';
import * as table from './table-operations.ts';
import { transactGetItems } from './transact-get.ts';
import { transactWriteItems } from './transact-write.ts';

/** The operations we answer, by their names on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    BatchGetItem: batchGetItem,
    BatchWriteItem: batchWriteItem,
    CreateTable: table.createTable,
    DeleteItem: deleteItem,
    DeleteTable: table.deleteTable,
    DescribeTable: table.describeTable,
    DescribeTimeToLive: table.describeTimeToLive,
    GetItem: getItem,
    ListTables: table.listTables,
    PutItem: putItem,
    Query: query,
    Scan: scan,
    TransactGetItems: transactGetItems,
    TransactWriteItems: transactWriteItems,
    UpdateItem: updateItem,
    UpdateTimeToLive: table.updateTimeToLive,
  }),
);
