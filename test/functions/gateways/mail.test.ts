import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailer } from '#functions/gateways/mail';

const failing: Readonly<Record<string, number>> = { 'gone@example.com': 550, 'grey@example.com': 450 };
let connections = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onConnect: (_, done) => {
    connections += 1;
    done();
  },
  onRcptTo: ({ address }, _, done) => {
    const responseCode = failing[address];
    done(responseCode ? Object.assign(new Error('no'), { responseCode }) : undefined);
  },
  onData: (stream, _, done) => void stream.resume().on('end', () => done()),
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
/** The server hangs up on everybody. */
const hangUp = () => server.connections.forEach((connection) => connection.close());
afterAll(() => {
  hangUp();
  return new Promise<void>((closed) => server.close(() => closed()));
});

const aMailer = ({
  to = url,
  machineNow = () => 0,
  ...more
}: Partial<Parameters<typeof mailer>[2]> & { to?: string } = {}) =>
  mailer(to, 'award@example.com', { machineNow, ...more });

const mailTo = (address: string) => ({ to: { name: '张三', address }, subject: 's', text: 't', messageId: 'm-1' });

test.each([
  ['sent', 'here@example.com'],
  ['undeliverable', 'gone@example.com'],
  ['undeliverable', ''],
  ['postponed', 'grey@example.com'],
] as const)('a mail is %s to “%s”', async (mailed, address) => {
  expect(await aMailer().send(mailTo(address))).toBe(mailed);
});

test('a server that cannot be reached is an error: nothing more is tried now', async () => {
  const send = aMailer({ to: 'smtp://127.0.0.1:1' }).send(mailTo('here@example.com'));
  await expect(send).rejects.toThrow();
});

test('mails that follow one another go over one connection, whatever became of the one before; after a rest over another', async () => {
  let millis = 1_000_000;
  const mail = aMailer({ machineNow: () => millis });
  connections = 0;
  for (const address of ['one@example.com', 'two@example.com', 'gone@example.com', 'three@example.com'])
    await mail.send(mailTo(address));
  expect(connections).toBe(1);
  millis += 10_001;
  expect(await mail.send(mailTo('here@example.com'))).toBe('sent');
  expect(connections).toBe(2);
});

test('a connection that the server closed meanwhile is made anew', async () => {
  const mail = aMailer();
  await mail.send(mailTo('one@example.com'));
  hangUp();
  expect(await mail.send(mailTo('two@example.com'))).toBe('sent');
});

test('a server that takes the connection and says nothing is given up on', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const to = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  await expect(aMailer({ to, patienceMs: 50 }).send(mailTo('here@example.com'))).rejects.toThrow();
  silent.close();
});
