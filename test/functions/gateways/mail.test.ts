import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailer } from '#functions/gateways/mail';

const failing: Readonly<Record<string, number>> = { 'gone@example.com': 550, 'grey@example.com': 450 };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
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
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

const mailTo = (address: string) => ({ to: { name: '张三', address }, subject: 's', text: 't', messageId: 'm-1' });

test.each([
  ['sent', 'here@example.com'],
  ['undeliverable', 'gone@example.com'],
  ['undeliverable', ''],
  ['postponed', 'grey@example.com'],
] as const)('a mail is %s to “%s”', async (mailed, address) => {
  expect(await mailer(url, 'award@example.com').send(mailTo(address))).toBe(mailed);
});

test('a server that cannot be reached is an error: nothing more is tried now', async () => {
  const send = mailer('smtp://127.0.0.1:1', 'award@example.com').send(mailTo('here@example.com'));
  await expect(send).rejects.toThrow();
});
