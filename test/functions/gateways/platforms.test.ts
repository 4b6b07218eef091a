import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messageOn } from '#domain/platform-push/message';
import type { Parcel } from '#functions/gateways/platforms';
import { platforms } from '#functions/gateways/platforms';
import { createPlatforms, type Platforms } from '#local/platforms/platforms';
import type { Fault } from '#local/platforms/faults';
import type { Markup } from '#local/status/markup';
import { platformsPage } from '#local/status/platforms';
import { aRevocation } from '#test/build/revocation';
import { aProgramme, aWinner } from '#test/build/winner';

const now = '2027-03-15T02:00:00.000Z';
const keys = { credit: 'credit secret', supervision: 'supervision secret' };
let city: Platforms;
let server: Server;
let url: string;
let count = 0;

beforeAll(async () => {
  const clock = { now: () => Date.parse(now), offset: () => 0 };
  city = createPlatforms({ file: ':memory:', clock, keys, seed: 'test' });
  server = createServer((request, response) => void city.handles(request, response));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/local/platforms`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  city.close();
});
beforeEach(() => void (count += 1));

const connector = (given: { key?: string; at?: string; patience?: number } = {}) =>
  platforms(
    {
      credit: { url: given.at ?? `${url}/credit`, key: given.key ?? keys.credit },
      supervision: { url: undefined, key: undefined },
    },
    given.patience ?? 2000,
  );
const revoked = aRevocation({
  stage: 'Recovery',
  governmentDecision: { number: '昆政发〔2027〕30号', date: '2027-03-12', documentId: 'd', revoke: true, by: 'r' },
  bannedUntil: '2032-03-12',
});
const message = messageOn(revoked, aWinner(), aProgramme());
const parcel = (given: Partial<Parcel> = {}): Parcel => ({
  ...{ platform: 'credit', idempotencyKey: `psh_${count}`, message, now },
  ...given,
});
const failure = (asked: Promise<unknown>) => asked.then(() => 'taken').catch((error: unknown) => (error as Error).name);
const meets = (...next: (Fault | 'none')[]) => city.plan('credit', next);

describe('a push', () => {
  test('is taken when it is signed, and its receipt comes back', async () => {
    meets('none');
    const receipt = await connector().send(parcel());
    expect(receipt).toEqual({ receiptNumber: expect.stringMatching(/^CREDIT-\d{6}$/) as string, receivedAt: now });
    expect(JSON.parse(city.tries(1)[0]?.taken?.body ?? '')).toMatchObject({
      subject: { identifier: aWinner().identifier },
      decision: { number: '昆政发〔2027〕30号' },
      bannedUntil: '2032-03-12',
    });
  });

  test('sent twice is taken once, with the same receipt', async () => {
    meets('none', 'none');
    const [first, second] = [await connector().send(parcel()), await connector().send(parcel())];
    expect(second).toEqual(first);
    const tries = city.tries(2);
    expect(tries.map(({ nth, outcome, taken }) => [nth, outcome, taken?.receiptNumber])).toEqual([
      [2, 'taken', first.receiptNumber],
      [1, 'taken', first.receiptNumber],
    ]);
  });

  test('whose answer was lost gets the receipt at the next try', async () => {
    meets('lostAnswer', 'none');
    expect(await failure(connector().send(parcel()))).toBe('PlatformUnavailable');
    const taken = city.tries(1)[0]?.taken;
    expect(await connector().send(parcel())).toMatchObject({ receiptNumber: taken?.receiptNumber });
  });

  test.each([
    ['unavailable', 'PlatformUnavailable'],
    ['busy', 'PlatformUnavailable'],
    ['hangUp', 'PlatformUnavailable'],
    ['refused', 'PlatformRefused'],
    ['forged', 'PlatformUntrusted'],
    ['garbled', 'PlatformUntrusted'],
    ['none', 'taken'],
  ] as const)('at a platform that is %s: %s', async (fault, name) => {
    meets(fault);
    expect(await failure(connector().send(parcel()))).toBe(name);
  });

  test('is on the page of the platforms, try by try, with what came of it', async () => {
    meets('unavailable', 'forged', 'none');
    for (let n = 0; n < 2; n += 1) await failure(connector().send(parcel()));
    await failure(connector({ key: 'another' }).send(parcel({ idempotencyKey: `psh_${count}_unsigned` })));
    const { content } = platformsPage({ platforms: city }, new URLSearchParams({ limit: '3' }));
    const [unsigned, forged, unavailable] = (content as Markup).text.split('<li>').slice(1);
    expect(unsigned).toContain('未通过验证 <span class="en" lang="en">401 bad signature');
    expect(forged).toMatch(/第 2 次[^]*回执签名系伪造[^]*2032-03-12/);
    expect(unavailable).toMatch(/第 1 次[^]*503 维护中/);
    const none = createPlatforms({ file: ':memory:', clock: { now: () => 0, offset: () => 0 }, keys, seed: 'test' });
    expect((platformsPage({ platforms: none }, new URLSearchParams()).content as Markup).text).toContain('尚无推送');
    none.close();
  });

  test('does not wait for ever', async () => {
    meets('silent');
    const began = performance.now();
    expect(await failure(connector({ patience: 60 }).send(parcel()))).toBe('PlatformUnavailable');
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test.each([
    ['signed with another secret', { key: 'another' }, {}, 'PlatformRefused'],
    ['signed a quarter of an hour ago', {}, { now: '2027-03-15T01:44:59.999Z' }, 'PlatformRefused'],
    ['signed just within it', {}, { now: '2027-03-15T01:45:00.000Z' }, 'taken'],
    ['that is no message', {}, { message: { ...message, subject: undefined } as never }, 'PlatformRefused'],
    ['to where nobody is', { at: 'http://127.0.0.1:1/' }, {}, 'PlatformUnavailable'],
    ['to a platform the deployment was not told of', {}, { platform: 'supervision' }, 'PlatformNotConfigured'],
  ] as const)('%s: %s', async (_, given, parcelled, name) => {
    meets('none');
    expect(await failure(connector(given).send(parcel(parcelled)))).toBe(name);
    if (name !== 'taken') meets('none');
    await failure(connector().send(parcel({ idempotencyKey: `clears_${count}` })));
  });

  test('under a key that was used for another message is refused', async () => {
    meets('none', 'none');
    await connector().send(parcel());
    const other = { ...message, bannedUntil: '2033-03-12' };
    expect(await failure(connector().send(parcel({ message: other })))).toBe('PlatformRefused');
  });

  test('meets the same fault by chance at every start, and none at its second try', async () => {
    const first = await failure(connector().send(parcel({ idempotencyKey: 'by chance' })));
    const again = createPlatforms({ file: ':memory:', clock: { now: () => 0, offset: () => 0 }, keys, seed: 'test' });
    again.close();
    expect(['taken', 'PlatformUnavailable']).toContain(first);
    expect(await failure(connector().send(parcel({ idempotencyKey: 'by chance' })))).toBe('taken');
  });
});
