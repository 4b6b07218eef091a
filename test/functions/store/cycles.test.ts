import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amend, newAmendment } from '#domain/cycle/amend';
import { announce } from '#domain/cycle/announce';
import type { Cycle } from '#domain/cycle/cycle';
import { draftCycle } from '#domain/cycle/draft';
import { cycles } from '#functions/store/cycles';
import { editions } from '#functions/store/editions';
import { publications } from '#functions/store/publications';
import type { Table } from '#functions/store/table';
import { loadEdition } from '#domain/review/criteria/edition';
import { builtInEditions } from '#domain/review/criteria/built-in';
import { at, officer, programmeId } from '#test/build/an-application';
import { administrator, aResolution, calendars, described, ground } from '#test/build/cycle';
import { serve } from '#test/local/dynamodb/server';
import type { Served } from '#test/local/dynamodb/server';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const tables = [
  {
    TableName: 'records',
    AttributeDefinitions: ['pk', 'sk', 'listPk', 'listSk'].map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'byList', KeySchema: keys('listPk', 'listSk'), Projection: { ProjectionType: 'ALL' as const } },
    ],
  },
  { TableName: 'trail', AttributeDefinitions: ['pk', 'sk'].map(text), KeySchema: keys('pk', 'sk') },
];

let served: Served;
let table: Table;
let last = 0;
const newId = (prefix: string) => `${prefix}_${(last += 1)}`;

beforeAll(async () => {
  served = await serve();
  for (const definition of tables) served.dynamodb.createTable({ ...definition, BillingMode: 'PAY_PER_REQUEST' });
  table = {
    documents: DynamoDBDocumentClient.from(served.client, { marshallOptions: { removeUndefinedValues: true } }),
    core: 'records',
    audit: 'trail',
    newId,
    now: () => '2027-03-01T01:00:00.000Z',
  };
});
afterAll(() => served.stop());

const drafted = (cycleId: string, year: number): Promise<Cycle> =>
  cycles(table).save(draftCycle(cycleId, described({ year }), ground(), at(officer)));
const published = (of: Cycle, number: string, others: Cycle[] = []) =>
  announce(
    of,
    {
      announcement: { number: `${number}公告`, title: '公告', text: '正文' },
      circular: { number: `${number}通知`, title: '通知', text: '正文' },
    },
    { others, calendars, newId },
    at(officer),
  );

test('of two cycles announced without seeing each other only the first is saved, with its documents', async () => {
  const store = cycles(table);
  const [first, second] = [await drafted('cyc_1', 2027), await drafted('cyc_2', 2028)];
  const both = [published(first, '一'), published(second, '二')] as const;
  await store.announce(both[0], [second], {});
  await expect(store.announce(both[1], [first], {})).rejects.toMatchObject({ code: 'record.changed' });
  expect((await store.get('cyc_2')).status).toBe('draft');
  const { items } = await publications(table).ofProgramme(programmeId, {});
  expect(items.map((p) => p.number).sort()).toEqual(['一公告', '一通知']);
});

test('a published number is given to one document, and nothing of the second announcement is saved', async () => {
  const store = cycles(table);
  const far = await drafted('cyc_3', 2040);
  const others = await store.others(programmeId, 'cyc_3');
  expect(others.map((c) => [c.cycleId, c.status]).sort()).toEqual([
    ['cyc_1', 'announced'],
    ['cyc_2', 'draft'],
  ]);
  await expect(store.announce(published(far, '一', others), others, {})).rejects.toMatchObject({
    code: 'cycle.number-taken',
  });
  expect((await store.get('cyc_3')).status).toBe('draft');
});

test('a resolution is the ground of one change', async () => {
  const store = cycles(table);
  const resolution = aResolution('cycleAmendment');
  const change = (of: Cycle, number: string) =>
    amend(
      of,
      newAmendment.parse({
        resolutionId: resolution.resolutionId,
        document: { number, title: '变更', text: '正文' },
        changes: { rules: { noticeDays: { count: of.amendments.length + 6, unit: 'workingDays' } } },
      }),
      { resolution, publicationId: newId('pub') },
      at(officer),
    );
  await store.amend(change(await store.get('cyc_1'), '变更一'), {});
  const again = change(await store.get('cyc_1'), '变更二');
  await expect(store.amend(again, {})).rejects.toMatchObject({ code: 'resolution.used' });
  expect((await store.get('cyc_1')).rules.noticeDays.count).toBe(6);
});

test('an edition is loaded once under its name, and the cycle’s own is found again', async () => {
  const store = editions(table);
  const load = (id: string) => loadEdition(programmeId, id, builtInEditions.organisation, at(administrator));
  await store.load(load('crt_o'));
  await expect(store.load(load('crt_x'))).rejects.toMatchObject({ code: 'criteria.edition-exists' });
  await expect(store.load(load('crt_o'))).rejects.toMatchObject({ code: expect.any(String) as string });
  const cycle = await cycles(table).get('cyc_1');
  expect((await store.ofCycle(cycle, 'organisation')).edition).toBe('GB/T 19580-2012');
  const unnamed = { ...cycle, criteria: {} };
  await expect(async () => store.ofCycle(unnamed, 'organisation')).rejects.toMatchObject({
    code: 'criteria.not-named',
  });
});
