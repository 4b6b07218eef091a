import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Outcome } from '#domain/record';
import { decided } from '#domain/record';
import { loadEdition } from '#domain/review/criteria/edition';
import { aCountedCase, aRanking, listedAt, rankedCycle } from '#test/build/a-ranking';
import { at, programmeId, someone } from '#test/build/an-application';
import { criteria } from '#test/build/review';
import { aStand } from '#test/functions/steps/stand';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quality-award-recompute-'));
const file = join(dir, 'dynamodb.sqlite');
const cases = [
  aCountedCase('app_a', { sheets: [70, 75], defence: [801, 700], onSite: 80 }),
  aCountedCase('app_b', { sheets: [60, 60], defence: [700, 700], onSite: 70 }),
  aCountedCase('app_c', { sheets: [60, 60], defence: [700, 700], onSite: 70 }),
];

/** What the command says, as whoever runs it sees it. */
const recompute = (...flags: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['local/recompute-command.ts', '--data', dir, ...flags],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], FORCE_COLOR: '0' } },
  );
  return { status, said: stdout + stderr };
};

/** Changes a stored number behind the domain's back. */
async function tamper(key: { pk: string; sk: string }, path: string, value: number): Promise<void> {
  const { served, stop } = await aStand({ file });
  await DynamoDBDocumentClient.from(served.client).send(
    new UpdateCommand({
      TableName: 'core',
      Key: key,
      UpdateExpression: `SET #data${path} = :value`,
      ExpressionAttributeNames: { '#data': 'data' },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
  await stop();
}

beforeAll(async () => {
  const { deps, stop } = await aStand({ file });
  const store = deps();
  const circumstances = at(systemActor, listedAt);
  const here = <T extends { version: number }>(next: T): Outcome<T> =>
    decided(circumstances, { ...next, version: 0 }, { type: 'brought here' });
  const edition = loadEdition(
    programmeId,
    'edi_1',
    { ...criteria, kind: 'organisation' },
    at(someone('admin', 'administrator')),
  );
  await store.editions.load(edition);
  const pin = { editionId: 'edi_1', edition: criteria.edition };
  await store.cycles.save(here({ ...rankedCycle, criteria: { organisation: pin } }));
  for (const { application, sheets } of cases) {
    await store.applications.save(here(application));
    for (const sheet of sheets) await store.reviews.save(here(sheet));
  }
  const { shortlist, recommended } = aRanking(cases);
  await store.lists.save(here(shortlist));
  await store.lists.save(here(recommended));
  await stop();
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a cycle whose numbers are what its sheets make ends with 0', () => {
  const { status, said } = recompute('--cycle', rankedCycle.cycleId);
  expect(said).toContain('✓ 第三届 (cyc_1)');
  expect(said).toContain('0 处不符 / differ');
  expect(status).toBe(0);
});

test('one number that was changed is named, with what it should be, and the command fails', async () => {
  await tamper({ pk: 'APPLICATION#app_a', sk: 'META' }, '.materialReview.scoreMilli', 750_001);
  const { status, said } = recompute('--cycle', rankedCycle.cycleId);
  expect(status).toBe(1);
  expect(said).toContain('1 处不符 / differ');
  expect(said).toMatch(/APP_A.*materialReview\.scoreMilli.*750001.*750000/);
});

test('a cycle that is not there, records that are not there, and a flag unknown are said, and end with 2', () => {
  expect(recompute('--cycle', 'cyc_9')).toMatchObject({ status: 2, said: expect.stringContaining('cyc_9') });
  expect(recompute('--data', join(dir, 'nowhere')).status).toBe(2);
  expect(recompute('--what').status).toBe(2);
});
