import type { AddressInfo } from 'node:net';
import { createDynamoDb } from '#local/dynamodb/dynamodb';
import { jsonHttpServer } from '#local/json-services';
import { core, MovedClock, place, RememberingAuthority } from './server.ts';

/* A local DynamoDB as a process of its own, for tests that kill it: its file is the argument, its port the message. */
const [, , file = ''] = process.argv;
const authority = new RememberingAuthority();
const clock = new MovedClock(Date.UTC(2027, 2, 1));
const dynamodb = createDynamoDb({ ...place, file, clock, authority });
dynamodb.createTable({ ...core, TimeToLiveAttribute: 'expires' });
const server = jsonHttpServer([dynamodb.service], authority);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
