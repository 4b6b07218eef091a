import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf, serve } from './server.ts';

let directory: string;
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'dynamodb-crash-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Two items and an index entry each, and a token: a save as the stores do it. */
const save = (number: number) =>
  new TransactWriteItemsCommand({
    ClientRequestToken: `save-${number}`,
    TransactItems: ['META', 'EVENT'].map((sk) => ({
      Put: {
        TableName: 'core',
        Item: {
          pk: { S: `save-${number}` },
          sk: { S: sk },
          kind: { S: 'saved' },
          score: { N: String(number) },
          expires: { N: '1900000000' },
        },
      },
    })),
  });

it('What was answered before a SIGKILL is there after it, whole, and what was cut off is there whole or not at all', async () => {
  const file = join(directory, 'killed.sqlite');
  const child = fork(join(import.meta.dirname, 'killed-server.ts'), [file], { execArgv: [] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number));
    child.once('exit', () => reject(new Error('The server did not start')));
  });
  const client = clientOf(`http://127.0.0.1:${port}`);
  const answered: number[] = [];
  const exited = new Promise((resolve) => child.once('exit', resolve));
  // Eight callers at once, and the kill in the middle of them.
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (child.signalCode === null && next < 5000) {
        const number = next++;
        try {
          await client.send(save(number));
        } catch {
          return;
        }
        answered.push(number);
        if (answered.length === 100) child.kill('SIGKILL');
      }
    }),
  );
  await exited;
  client.destroy();
  expect(answered.length).toBeGreaterThanOrEqual(100);

  const again = await serve({ file });
  try {
    const scan = async (IndexName?: string) => {
      const { Items = [] } = await again.client.send(new ScanCommand({ TableName: 'core', IndexName }));
      return Items.map((item) => `${item['pk']?.S}/${item['sk']?.S}`).sort();
    };
    const items = await scan();
    const expected = answered.flatMap((number) => [`save-${number}/META`, `save-${number}/EVENT`]);
    expect(items).toEqual(expect.arrayContaining(expected));
    expect(items.filter((id) => id.endsWith('META')).length * 2).toBe(items.length);
    expect(await scan('by-kind')).toEqual(items);
    const { records } = again.dynamodb.streams.read('core', 0, 10_000);
    const streamed = records.map(({ dynamodb: { Keys } }) => Keys as Record<string, { S: string }>);
    expect(streamed.map(({ pk, sk }) => `${pk?.S}/${sk?.S}`).sort()).toEqual(items);
    expect(again.dynamodb.ttl.nextDue()).toBe(1_900_000_000_000);
    // A repeated save is known by its token and leaves no second trace in the stream.
    await again.client.send(save(answered[0] ?? 0));
    expect(again.dynamodb.streams.read('core', 0, 10_000).records).toHaveLength(records.length);
  } finally {
    await again.stop();
  }
});
