import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { unseal } from '#functions/store/seal';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, recommended } from './committee.ts';

/*
 * What is stored is looked at as its owner could: every table, the file they lie in, the streams and the log, after
 * every single vote. Requests are made one after the other, so that an attacker knows exactly when each member voted.
 */
const dir = mkdtempSync(join(tmpdir(), 'ballots-'));
const secret = 'a secret that only this test knows';
const logged: string[] = [];
let committee: Committee;
beforeAll(async () => {
  committee = await aCommittee(9, { file: join(dir, 'dynamodb.sqlite') });
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'DEBUG');
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((said) => logged.push(String(said)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await committee.stop();
  rmSync(dir, { recursive: true });
});

type Items = Record<string, unknown>[];
async function items(TableName: string): Promise<Items> {
  const found: Items = [];
  let ExclusiveStartKey: never | undefined;
  do {
    const page = await committee.served.client.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    ExclusiveStartKey = page.LastEvaluatedKey as never;
  } while (ExclusiveStartKey);
  return found;
}
const everything = async () => ({
  core: await items('core'),
  audit: await items('audit'),
  ballots: await items('ballots'),
});
const itemOf = async (key: { pk: string; sk: string }): Promise<Record<string, unknown>> => {
  const { Item = {} } = await committee.served.client.send(
    new GetItemCommand({ TableName: 'core', Key: marshall(key) }),
  );
  return unmarshall(Item);
};

let cycles = 0;
async function openBallot() {
  cycles += 1;
  const cycleId = `cyc_s${cycles}`;
  await committee.cycleWith(cycleId, [recommended(`${cycleId}-a`)]);
  const meetingId = await committee.meeting(cycleId);
  await committee.done('office', 'openBallot', { params: { meetingId } });
  return { cycleId, meetingId, params: { meetingId }, application: `${cycleId}-a` };
}

/** What an attacker sees of one vote: everything before it and after it. */
interface Vote {
  readonly choice: 'yes' | 'no';
  readonly before: Buffer;
  readonly after: Buffer;
  readonly salt: Buffer;
  readonly ballotName: string;
  readonly key: string;
  readonly event: Record<string, unknown>;
  readonly repeatItem: Record<string, unknown>;
}
const boxIn = (ballots: Items) => {
  const [box] = ballots;
  return {
    sealed: Buffer.from(box?.sealed as Uint8Array),
    salt: Buffer.from(box?.salt as Uint8Array),
    count: ballots.length,
  };
};

async function aBallot(choiceOf: (member: number) => 'yes' | 'no'): Promise<Vote[]> {
  const { meetingId, params, application } = await openBallot();
  const votes: Vote[] = [];
  let before = boxIn(await items('ballots'));
  for (const [i, sub] of committee.members.entries()) {
    const choice = choiceOf(i);
    const key = `key-${meetingId}-${i}`;
    await committee.done(sub, 'castBallot', { params, body: { choices: { [application]: choice } }, key });
    const after = boxIn(await items('ballots'));
    expect(after.count).toBe(1);
    const event = (await Array.fromAsync(committee.deps().audit.trail('meeting', meetingId))).at(-1);
    const repeatItem = await itemOf({ pk: `IDEMPOTENCY#${idOf(sub)}`, sk: key });
    votes.push({
      ...{ choice, before: before.sealed, after: after.sealed, salt: after.salt, ballotName: `${meetingId}#1` },
      ...{ key: application, event: event ?? {}, repeatItem },
    });
    before = after;
  }
  await committee.done('member-1', 'closeBallot', { params, body: { minutes: '纪要' } });
  return votes;
}

const ones = (bytes: Buffer) => [...bytes].reduce((n, byte) => n + byte.toString(2).replaceAll('0', '').length, 0);
const xor = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));

/** Ways to guess; each says yes or no from what is stored of one vote. */
const attacks: Readonly<Record<string, (vote: Vote) => boolean>> = {
  'the box grew': ({ before, after }) => after.length > before.length,
  'the box is greater than before': ({ before, after }) => Buffer.compare(after, before) > 0,
  'more bits changed than not': ({ before, after }) => ones(xor(before, after)) * 2 > before.length * 8,
  'the low bit of each number': ({ after }) => ((after[12] ?? 0) & 1) === 1,
  'the low bit of what changed in it': ({ before, after }) => (((before[12] ?? 0) ^ (after[12] ?? 0)) & 1) === 1,
  'the second number': ({ before, after }) => (((before[14] ?? 0) ^ (after[14] ?? 0)) & 1) === 1,
  'the seal': ({ after }) => ((after.at(-1) ?? 0) & 1) === 1,
  'the hash of the audit event': ({ event }) => parseInt(String(event.hash).slice(-1), 16) % 2 === 1,
  'the id of the audit event': ({ event }) => String(event.eventId) > String(event.eventId).slice(0, -1) + 'F',
  'the hash kept for repeats': ({ repeatItem }) => parseInt(String(repeatItem.requestHash).slice(-1), 16) % 2 === 1,
};

describe('whoever holds everything that is stored, after every single vote,', () => {
  const votes: Vote[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 16; i += 1) votes.push(...(await aBallot(() => (randomInt(2) === 1 ? 'yes' : 'no'))));
  }, 120_000);

  // Five standard deviations: one run in a hundred thousand fails by accident; an attack that works hits them all.
  const atMost = () => 5 * Math.sqrt(0.25 / votes.length);
  const hits = (guess: (vote: Vote) => boolean) =>
    votes.filter((vote) => guess(vote) === (vote.choice === 'yes')).length / votes.length;
  const share = () => votes.filter((v) => v.choice === 'yes').length / votes.length;

  test.each(Object.keys(attacks))('guesses no better than by chance: %s', (name) => {
    expect(votes).toHaveLength(16 * 9);
    const guess = attacks[name] as (vote: Vote) => boolean;
    const says = votes.filter(guess).length / votes.length;
    const chance = says * share() + (1 - says) * (1 - share());
    expect(Math.abs(hits(guess) - chance)).toBeLessThan(atMost());
  });

  test('while with the secret they would see every vote: the attackers do look at the right thing', () => {
    const asked = (v: Vote) => [{ key: v.key, applicationId: v.key, award: 'qualityAward' as const }];
    const open = (sealed: Buffer, v: Vote) =>
      unseal(sealed, asked(v), v.salt, v.ballotName, { secret, randomBytes: () => Buffer.alloc(0) })[v.key]?.yes ?? 0;
    expect(hits((v) => open(v.after, v) > open(v.before, v))).toBe(1);
  });

  test('and after the closing the boxes are gone, and with them their salts', async () => {
    expect((await everything()).ballots).toEqual([]);
  });
});

describe('what is stored', () => {
  /** Ids, times, hashes and random bytes are different in every run; everything else must be the same. */
  const neutral = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (v instanceof Uint8Array ? `${v.length} bytes` : v))
      .replace(/[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}/g, 'id')
      .replace(/cyc_s\d+/g, 'cycle')
      .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time')
      .replace(/[0-9a-f]{64}/g, 'hash')
      .replace(/"ttl":\d+/g, 'ttl')
      .replace(/req-0\.\d+/g, 'request');

  async function storedBy(votes: readonly ('yes' | 'no')[]): Promise<string[]> {
    const cycleId = `cyc_s${cycles + 1}`;
    await aBallot((member) => votes[member] ?? 'no');
    const stored = await everything();
    const ofCycle = (item: Record<string, unknown>) => JSON.stringify(item).includes(cycleId);
    const meetingId = String(stored.core.find((i) => i.type === 'meeting' && ofCycle(i))?.pk).replace('MEETING#', '');
    const ours = (item: Record<string, unknown>) => ofCycle(item) || JSON.stringify(item).includes(meetingId);
    return [...stored.core, ...stored.audit].filter(ours).map(neutral).sort();
  }

  test('is the same whoever of them voted yes, as long as so many did', async () => {
    const one = await storedBy(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'no']);
    const other = await storedBy(['no', 'yes', 'no', 'yes', 'yes', 'yes', 'yes', 'no', 'yes']);
    expect(one.length).toBeGreaterThan(20);
    expect(other).toEqual(one);
    const fewer = await storedBy(['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes']);
    expect(fewer).not.toEqual(one);
  });

  // The texts are long: a comparison that fails must not print them.
  test('holds no sheet: not in a table, a stream, the file with its log, or the log of the functions', async () => {
    const { core, audit, ballots } = await everything();
    const choice = /"(yes|no|abstain)"(?!:)/;
    expect(choice.test(JSON.stringify([core, audit, ballots]))).toBe(false);
    const streamed = ['core', 'audit', 'ballots'].flatMap(
      (t) => committee.served.dynamodb.streams.read(t, 0, 100_000).records,
    );
    expect(streamed.length).toBeGreaterThan(100);
    expect(choice.test(JSON.stringify(streamed))).toBe(false);
    expect(JSON.stringify(streamed).includes('BOX#')).toBe(false);
    const files = readdirSync(dir).map((file) => readFileSync(join(dir, file), 'latin1'));
    expect(files.join('').length).toBeGreaterThan(100_000);
    for (const file of files) expect(/"S":"(yes|no|abstain)"/.test(file)).toBe(false);
    expect(logged.join('\n').includes('POST /meetings/{meetingId}/ballot')).toBe(true);
    expect(/choices|"yes"|"abstain"/.test(logged.join('\n'))).toBe(false);
  });

  test('a refused sheet leaves its route and its meeting in the trail, and nothing of what was on it', async () => {
    const { params, application } = await openBallot();
    const sheet = { choices: { [application]: 'yes', elsewhere: 'abstain' } };
    expect((await committee.call('member-2', 'castBallot', { params, body: sheet })).body.code).toBe(
      'vote.ballot-incomplete',
    );
    const sent = { choices: { [application]: 'maybe' } };
    expect((await committee.call('member-2', 'castBallot', { params, body: sent })).status).toBe(400);
    const refused = (await everything()).audit.filter(
      (e) => e.type === 'refused' && JSON.stringify(e).includes(params.meetingId),
    );
    expect(refused).toHaveLength(2);
    expect(JSON.stringify(refused)).not.toMatch(/yes|abstain|maybe|elsewhere/);
  });
});
