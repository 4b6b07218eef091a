import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor } from '#domain/actor';
import { decided } from '#domain/record';
import { decideObjection } from '#domain/objection/decide';
import { assignInvestigator } from '#domain/objection/investigate';
import { receiveObjection } from '#domain/objection/receive';
import { prepareNotice } from '#domain/public-notice/prepare';
import { publishNotice } from '#domain/public-notice/publish';
import { Refused } from '#domain/refused';
import { applications } from '#functions/store/applications';
import { audit } from '#functions/store/audit';
import { jurisdictionItem } from '#functions/store/jurisdiction-item';
import { jurisdictions } from '#functions/store/jurisdictions';
import { letters } from '#functions/store/letters';
import { lists } from '#functions/store/lists';
import { notices } from '#functions/store/notices';
import { objections } from '#functions/store/objections';
import type { Table } from '#functions/store/table';
import { lettersTo } from '#test/build/consultation';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { aCycle, anOrganisation, calendars } from '#test/build/eligibility';
import { aNotice, underNotice } from '#test/build/notice';
import { serve } from '#test/local/dynamodb/server';
import type { Served } from '#test/local/dynamodb/server';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const list = {
  IndexName: 'byList',
  KeySchema: keys('listPk', 'listSk'),
  Projection: { ProjectionType: 'ALL' as const },
};
const party = { ...list, IndexName: 'byParty', KeySchema: keys('partyPk', 'partySk') };
const tables = [
  {
    TableName: 'records',
    AttributeDefinitions: ['pk', 'sk', 'listPk', 'listSk', 'partyPk', 'partySk'].map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [list, party],
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

const rejected = (promise: Promise<unknown>) =>
  promise.then(
    () => 'saved',
    (error: unknown) => (error instanceof Refused ? error.code : error),
  );
const fresh = { version: 0 };
const investigator = someone('investigator', 'office');

describe('a notice', () => {
  const ordered = (n: number) =>
    prepareNotice(
      { cycle: aCycle(), programme: { name: '质量奖', nameEn: 'Award' }, earlier: [], lists: [] },
      { kind: 'EligibilityNotice', title: '公示', noticeId: `ntc_${n}`, listId: `lst_${n}` },
      at(officer),
    );

  test('of two ordered at the same time one is refused; it is public with its list or not at all', async () => {
    const store = notices(table);
    const both = await Promise.all([1, 2].map((n) => rejected(store.order(ordered(n), 0))));
    expect(both.filter((r) => r === 'saved')).toHaveLength(1);
    expect(both.filter((r) => r !== 'saved')).not.toContainEqual(expect.any(Error));
    expect((await store.ofProgramme(programmeId, {})).items).toEqual([]);
    const [notice] = await all(store.ofCycle('cyc_1', 'EligibilityNotice'));
    expect(await rejected(store.published(notice?.noticeId ?? ''))).toBe('record.not-found');
    const publication = publishNotice({ notice: notice!, rules: aCycle().rules, calendars }, at(officer));
    await store.publish(publication);
    expect(await rejected(store.publish(publication))).toBe('record.changed');
    const { items } = await store.ofProgramme(programmeId, {});
    const carried = await lists(table).ofCycle('cyc_1', {});
    expect(items).toHaveLength(1);
    expect(carried.items.map((l) => l.facts.noticeId)).toEqual(items.map((n) => n.noticeId));
  });
});

describe('an objection', () => {
  test('freezes the application in one save, and its decision changes both', async () => {
    const application = await applications(table).save(decided(at(officer), { ...underNotice(), ...fresh }));
    const received = receiveObjection(
      {
        notice: aNotice(),
        isNamed: true,
        application,
        objectionId: 'obj_1',
        codeHash: 'hash',
        rules: aCycle().rules,
        calendars,
      },
      { applicationId: 'app_1', name: '赵某', email: 'zhao@example.org', text: '该企业 2026 年发生过事故。' },
      at(publicActor, '2027-03-02T01:00:00.000Z'),
    );
    await objections(table).saveWith(received, {});
    expect(await rejected(objections(table).saveWith(received, {}))).toBe('record.exists');
    const filed = await objections(table).get('obj_1');
    const objection = await objections(table).save(
      assignInvestigator({ objection: filed, application }, investigator, at(officer)),
    );
    const frozen = await applications(table).get('app_1');
    expect(frozen.objections).toMatchObject([{ status: 'open' }]);

    const decision = { decision: 'dismissed', findings: '查无', answer: '不属实' } as const;
    const outcome = decideObjection({ objection, application: frozen }, decision, [], at(investigator));
    await objections(table).saveWith(outcome, {});
    expect(await rejected(objections(table).saveWith(outcome, {}))).toBe('record.changed');
    expect((await applications(table).get('app_1')).objections).toMatchObject([{ status: 'dismissed' }]);
    expect((await objections(table).ofCycle('cyc_1', {})).items).toMatchObject([{ status: 'dismissed', version: 3 }]);
  });

  test('leaves the objector in no trail at all', async () => {
    const trail = async (type: string, id: string) => JSON.stringify(await all(audit(table).trail(type, id)));
    expect(await trail('application', 'app_1')).not.toMatch(/赵某|zhao@/);
    expect(await trail('objection', 'obj_1')).toMatch(/objectionAnswered/);
    expect(await trail('objection', 'obj_1')).not.toMatch(/赵某|zhao@/);
  });
});

test('a department finds its own letters, page by page, the newest first, and no others', async () => {
  for (const n of [1, 2, 3]) {
    const application = anOrganisation({ ...fresh, stage: 'Consultation', applicationId: `app_l${n}` });
    const issue = lettersTo(['tax', ...(n === 2 ? ['env'] : [])], [application]);
    const named = issue.letters.map((l) => ({ ...l, next: { ...l.next, letterId: `${l.next.letterId}_${n}` } }));
    const first = await letters(table).nextNumber(programmeId, 2027);
    await letters(table).issue({ ...issue, letters: named }, { year: 2027, first }, {});
  }
  expect(await letters(table).nextNumber(programmeId, 2027)).toBe(5);
  const first = await letters(table).of(programmeId, 'tax', { limit: 2 });
  const second = await letters(table).of(programmeId, 'tax', { limit: 2, cursor: first.cursor });
  expect([...first.items, ...second.items].map((l) => l.applicationId)).toEqual(['app_l3', 'app_l2', 'app_l1']);
  expect(second.cursor).toBeUndefined();
  expect((await letters(table).of(programmeId, 'env', {})).items.map((l) => l.applicationId)).toEqual(['app_l2']);
});

test('a jurisdiction finds its applicants, and loses one that changed its jurisdiction', async () => {
  const store = applications(table);
  const here = anOrganisation({ ...fresh, applicationId: 'app_j1' });
  const saved = await store.save(decided(at(officer), here), [jurisdictionItem(here)]);
  const find = async (jurisdiction: string) =>
    (await jurisdictions(table).list('cyc_1', jurisdiction, {})).items.map((a) => a.applicationId);
  expect(await find('五华区')).toEqual(['app_j1']);
  const there = { ...saved, sections: anOrganisation({}, { jurisdiction: '官渡区' }).sections };
  await store.save(decided(at(officer), there), [jurisdictionItem(there)]);
  expect(await find('五华区')).toEqual([]);
  expect(await find('官渡区')).toEqual(['app_j1']);
});

const all = async <T>(generator: AsyncGenerator<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of generator) found.push(one);
  return found;
};
