import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemActor } from '#domain/actor';
import { decided } from '#domain/record';
import type { Digest } from '#domain/post-award/digest';
import type { YearlyDuty } from '#domain/post-award/duty';
import { shardOf } from '#domain/post-award/shard';
import { at } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { aWinner } from '#test/build/winner';
import { aStand } from '../steps/stand.ts';

type Stand = Awaited<ReturnType<typeof aStand>>;
const machine = mockClient(SFNClient);

let stand: Stand;
beforeAll(async () => {
  stand = await aStand();
});
afterAll(() => stand.stop());
beforeEach(() => void machine.reset().resolves({}));
afterEach(() => vi.restoreAllMocks());

let people = 0;
const evening = at(systemActor, '2028-01-01T00:00:00.000Z');

/** Duties of so many people of their own, stored as they were opened. */
async function stored(
  count: number,
  given: Partial<YearlyDuty> = {},
  owners: readonly string[] = [],
): Promise<YearlyDuty[]> {
  const duties = Array.from({ length: count }, (_, i) => {
    people += 1;
    return aDuty({ version: 0, dutyId: `report-${people}`, ownerId: owners[i] ?? `per_${people}`, ...given });
  });
  for (const duty of duties) await stand.deps().duties.save(decided(evening, duty, { type: 'arranged' }));
  return duties;
}

const sweep = (day: string) => {
  stand.at(`${day}T23:30:00.000Z`);
  return stand.runEvent('daily-duties', { scheduledTime: `${day}T23:30:00Z` });
};
const digestOf = (recipient: string, day: string): Promise<Digest | undefined> =>
  stand.deps().digests.find(`${recipient}~${day}`);
const sent = async (duties: readonly YearlyDuty[], day: string) =>
  (await Promise.all(duties.map((d) => digestOf(d.ownerId, day)))).filter((d) => d !== undefined).length;

/** Counts the calls, and dies before the one of that number. */
function dying(atCall = Infinity) {
  const original = DynamoDBDocumentClient.prototype.send;
  let calls = 0;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (this: never, ...args: never[]) {
    calls += 1;
    if (calls >= atCall) return Promise.reject(new Error('killed'));
    return Reflect.apply(original, this, args) as never;
  } as never);
  return () => calls;
}

describe('the daily sweep', () => {
  test('sends a digest to each who owes something, once, however often it runs', async () => {
    const duties = await stored(12);
    await sweep('2028-01-01');
    expect(await sent(duties, '2028-01-02')).toBe(12);
    const [one] = duties;
    const before = await stand.deps().duties.get(one?.dutyId ?? '');
    expect(before.remindOn).toBe('2028-03-01');
    await sweep('2028-01-01');
    expect(await stand.deps().duties.get(one?.dutyId ?? '')).toEqual(before);
    expect(await digestOf(one?.ownerId ?? '', '2028-01-02')).toMatchObject({ version: 1 });
  });

  test('names all duties of a recipient in one digest', async () => {
    const [one, other] = await stored(2, { ownerId: 'per_two', remindOn: '2028-01-02' });
    await sweep('2028-01-01');
    expect((await digestOf('per_two', '2028-01-02'))?.duties).toEqual([one?.dutyId, other?.dutyId]);
  });

  test('makes one call on a day on which nothing falls due', async () => {
    await sweep('2028-01-02');
    await sweep('2028-01-03');
    const calls = dying();
    expect(await sweep('2028-01-04')).toEqual({ looked: 0, reminded: 0 });
    expect(calls()).toBe(1);
  });

  test('that is days late tells what stands today, in one digest, and none of what it missed', async () => {
    const person = 'per_late';
    await stored(1, { ownerId: person, remindOn: '2028-03-01' });
    await stored(1, { ownerId: person, remindOn: '2028-03-17' });
    await stored(1, { ownerId: person, remindOn: '2028-03-20' });
    await sweep('2028-03-19');
    const digest = await digestOf(person, '2028-03-20');
    expect(digest?.duties).toHaveLength(3);
    for (const id of digest?.duties ?? []) expect((await stand.deps().duties.get(id)).remindOn).toBe('2028-03-24');
    expect(await digestOf(person, '2028-03-01')).toBeUndefined();
  });

  test.each([3, 6, 9, 14, 20, 27])('killed before its call %i goes on where it was', async (atCall) => {
    const duties = await stored(10, { remindOn: '2028-05-10', dueOn: '2028-05-09', programmeId: `killed-${atCall}` });
    dying(atCall);
    await sweep('2028-05-09').catch(() => undefined);
    vi.restoreAllMocks();
    await sweep('2028-05-09');
    expect(await sent(duties, '2028-05-10')).toBe(10);
    for (const { ownerId, dutyId } of duties) {
      expect(await digestOf(ownerId, '2028-05-10')).toMatchObject({ version: 1, duties: [dutyId] });
      expect((await stand.deps().duties.get(dutyId)).remindOn).toBe('2028-05-15');
    }
    expect(await digestOf(`office:killed-${atCall}`, '2028-05-10')).toMatchObject({ version: 1 });
    for (const one of duties)
      await stand
        .deps()
        .duties.save(
          decided(evening, { ...(await stand.deps().duties.get(one.dutyId)), status: 'done', remindOn: undefined }),
        );
  });

  test('running twice at the same time sends each digest once', async () => {
    const duties = await stored(20, { remindOn: '2028-06-02' });
    await Promise.all([sweep('2028-06-01'), sweep('2028-06-01')]);
    expect(await sent(duties, '2028-06-02')).toBe(20);
    for (const { dutyId, ownerId } of duties) {
      expect((await digestOf(ownerId, '2028-06-02'))?.version).toBe(1);
      expect((await stand.deps().duties.get(dutyId)).version).toBe(2);
    }
  });

  test('tells the office of what is overdue and of its own, in one digest a day', async () => {
    const office = 'office-told';
    await stored(1, { programmeId: office, dueOn: '2028-07-03', remindOn: '2028-07-04' });
    const its = { programmeId: office, party: 'office', kind: 'inspection', dueOn: '2028-07-11' } as const;
    await stored(2, { ...its, remindOn: '2028-07-04' });
    await sweep('2028-07-03');
    await sweep('2028-07-03');
    const digest = await digestOf(`office:${office}`, '2028-07-04');
    expect(digest).toMatchObject({ version: 1 });
    expect(digest?.duties).toHaveLength(3);
    await sweep('2028-07-04');
    expect(await digestOf(`office:${office}`, '2028-07-05')).toBeUndefined();
  });

  test('hands a morning with many digests over to the machine, which goes on where the sweep stopped', async () => {
    const samePart: string[] = [];
    for (let n = 0; samePart.length < 120; n += 1) if (shardOf(`per_m${n}`) === 3) samePart.push(`per_m${n}`);
    const duties = await stored(120, { remindOn: '2028-08-02' }, samePart);
    await sweep('2028-08-01');
    expect(await sent(duties, '2028-08-02')).toBeLessThan(120);
    const [started] = machine.commandCalls(StartExecutionCommand);
    expect(started?.args[0].input.name).toBe('remind-2028-08-02-20280801233000');
    const input = JSON.parse(started?.args[0].input.input ?? '') as { parts: { part: number }[] };
    const part = input.parts.find((one) => one.part === 3);
    expect(await stand.run('remind-part', { schemaVersion: 1, ...part })).toMatchObject({ from: '', failed: 0 });
    expect(await sent(duties, '2028-08-02')).toBe(120);
    expect(await stand.run('tell-staff', { schemaVersion: 1, programmes: [], swept: [] })).toEqual({ failed: 0 });
  });
});

const openings = () =>
  machine.commandCalls(StartExecutionCommand).filter(({ args }) => args[0].input.name?.startsWith('open-'));

describe('the yearly duties', () => {
  const winner = aWinner({ version: 0, certificateNumber: 'KM-Y1', cycleId: '', applicationId: '' });

  test('of a winner are opened once, however often they are asked for; the next year is marked', async () => {
    stand.at('2030-01-01T00:00:00.000Z');
    await stand.deps().winners.save(decided(evening, winner, { type: 'arranged' }));
    const year = { schemaVersion: 1, year: 2030, cursor: null };
    expect(await stand.run('open-yearly-duties', year)).toEqual({ opened: 2 });
    expect(await stand.run('open-yearly-duties', year)).toEqual({ opened: 0 });
    const { items } = await stand.deps().duties.ofPerson(winner.ownerId, {});
    expect(items.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['inspection', '2030-12-31'],
      ['annualReport', '2030-03-31'],
    ]);
    const marks = [];
    for await (const { dueOn, type } of stand.deps().due.upTo('2031-02-01'))
      if (type === 'yearlyOpening') marks.push(dueOn);
    expect(marks).toEqual(['2031-01-02']);
  });

  test('of a January on which nothing ran are opened by the next sweep, and not before', async () => {
    await sweep('2030-12-31');
    expect(openings()).toHaveLength(0);
    await sweep('2031-01-04');
    const [call] = openings();
    expect(JSON.parse(call?.args[0].input.input ?? '')).toMatchObject({ scheduledTime: '2031-01-01T00:00:00Z' });
    stand.at('2031-01-05T00:00:00.000Z');
    expect(await stand.run('open-yearly-duties', { schemaVersion: 1, year: 2031, cursor: null })).toEqual({
      opened: 2,
    });
    machine.resetHistory();
    await sweep('2031-01-05');
    expect(openings()).toHaveLength(0);
  });
});
