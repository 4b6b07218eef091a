import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decided } from '#domain/record';
import { formPanel } from '#domain/review/form-panel';
import { handInSheet, saveSheet } from '#domain/review/fill-sheet';
import { signPledge } from '#domain/review/pledge';
import { emptySheets } from '#domain/review/review';
import { firstBreak } from '#domain/audit/event';
import { applications } from '#functions/store/applications';
import { audit } from '#functions/store/audit';
import { linkHash } from '#functions/store/chain';
import { pledges } from '#functions/store/pledges';
import { reviews } from '#functions/store/reviews';
import type { Table } from '#functions/store/table';
import { at, officer } from '#test/build/an-application';
import {
  aCandidate,
  aCycleUnderReview,
  assessors,
  criteria,
  filled,
  inReview,
  leader,
  member,
  panelRules,
} from '#test/build/review';
import { serve } from '#test/local/dynamodb/server';
import type { Served } from '#test/local/dynamodb/server';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const Projection = { ProjectionType: 'ALL' as const };
const tables = [
  {
    TableName: 'records',
    AttributeDefinitions: ['pk', 'sk', 'listPk', 'listSk', 'partyPk', 'partySk'].map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'byList', KeySchema: keys('listPk', 'listSk'), Projection },
      { IndexName: 'byParty', KeySchema: keys('partyPk', 'partySk'), Projection },
    ],
  },
  { TableName: 'trail', AttributeDefinitions: ['pk', 'sk'].map(text), KeySchema: keys('pk', 'sk') },
];

let served: Served;
let table: Table;
beforeAll(async () => {
  served = await serve();
  for (const one of tables) served.dynamodb.createTable({ ...one, BillingMode: 'PAY_PER_REQUEST' });
  let ids = 0;
  table = {
    documents: DynamoDBDocumentClient.from(served.client, { marshallOptions: { removeUndefinedValues: true } }),
    core: 'records',
    audit: 'trail',
    newId: (prefix) => `${prefix}_${(ids += 1)}`,
    now: () => '2027-03-01T01:00:00.000Z',
  };
});
afterAll(() => served.stop());

test('a pledge is signed once, and nothing opens before it', async () => {
  const store = pledges(table);
  await expect(store.refuseUnlessSigned('cyc_1', 'leader')).rejects.toMatchObject({ code: 'review.pledge-missing' });
  const sign = () =>
    store.save(signPledge(aCycleUnderReview(), { impartiality: true, confidentiality: true }, at(leader)));
  await sign();
  await expect(store.refuseUnlessSigned('cyc_1', 'leader')).resolves.toBeUndefined();
  await expect(store.refuseUnlessSigned('cyc_2', 'leader')).rejects.toMatchObject({ code: 'review.pledge-missing' });
  await expect(sign()).rejects.toMatchObject({ code: 'record.exists' });
});

test('a panel is saved with its members’ empty sheets, which they then fill in and hand in', async () => {
  const store = reviews(table);
  const application = await applications(table).save(
    decided(at(officer), { ...inReview({ panel: undefined }), version: 0 }, { type: 'brought here' }),
  );
  const choice = { leaderId: 'leader', assessorIds: ['leader', 'member'] };
  const formed = formPanel(
    application,
    choice,
    { rules: { ...panelRules, panelMinimum: 1 }, candidates: assessors.map((id) => aCandidate(id)), sheets: [] },
    at(officer),
  );
  const sheets = emptySheets(formed.next, [], table.newId);
  const saved = await applications(table).save(
    formed,
    sheets.map((s) => store.opened(s)),
  );

  expect(await store.of('app_1')).toEqual(sheets);
  const { items } = await store.ofAssessor('member', {});
  expect(items.map((s) => s.assessorId)).toEqual(['member']);

  const mine = await store.get(items[0]?.reviewId ?? '');
  const full = await store.save(saveSheet(mine, saved, { items: filled(), criteria }, at(member)));
  await store.save(handInSheet(full, saved, criteria, at(member)));
  await expect(store.save(saveSheet(mine, saved, { items: [], criteria }, at(member)))).rejects.toMatchObject({
    code: 'record.changed',
  });
  const done = await store.get(mine.reviewId);
  expect(done).toMatchObject({ status: 'handedIn', version: 3, items: filled() });

  const trail = [];
  for await (const event of audit(table).trail('review', mine.reviewId)) trail.push(event);
  expect(trail.map((e) => e.type)).toEqual(['sheetSaved', 'reviewHandedIn']);
  expect(firstBreak(trail, done.chain, linkHash)).toBeUndefined();
});

test('an empty sheet never takes the place of one that is there', async () => {
  const store = reviews(table);
  const [sheet] = await store.of('app_1');
  const application = await applications(table).get('app_1');
  const again = decided(at(officer), application, { type: 'panelFormed' });
  await expect(applications(table).save(again, sheet ? [store.opened(sheet)] : [])).rejects.toMatchObject({
    code: 'record.changed',
  });
});
