import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { answerInbox, renderInbox, renderMail } from '#local/mail/inbox-pages';
import { startMail } from '#local/mail/mail-server';
import type { MailServer } from '#local/mail/mail-server';

const awardNow = Date.parse('2028-05-01T02:00:00Z');
const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function aServer(file = join(mkdtempSync(join(tmpdir(), 'mail-')), 'mail.sqlite')) {
  let now = awardNow;
  const server = await startMail({ port: 0, file, clock: { now: () => now, offset: () => 0 } });
  servers.push(server);
  const send = (mail: object, auth?: { user: string; pass: string }) =>
    createTransport({ host: '127.0.0.1', port: server.port, secure: false, auth }).sendMail({
      from: '评审办 <office@award.test>',
      ...mail,
    });
  return { server, file, send, setNow: (instant: number) => (now = instant) };
}

describe('the mail server', () => {
  it('keeps what it is sent, at the time of the award clock', async () => {
    const { server, send } = await aServer();
    await send({
      messageId: '<evt_1-0@award.test>',
      to: 'a@x.test',
      bcc: 'hidden@x.test',
      subject: '受理通知 Acceptance',
      text: '您的申报已受理。',
      html: '<p>您的申报已受理。</p>',
      attachments: [{ filename: '通知.pdf', content: 'x' }],
    });
    expect(server.inbox()).toEqual([
      {
        id: 1,
        messageId: '<evt_1-0@award.test>',
        receivedAt: awardNow,
        from: 'office@award.test',
        to: ['a@x.test', 'hidden@x.test'],
        subject: '受理通知 Acceptance',
        text: '您的申报已受理。',
        html: '<p>您的申报已受理。</p>',
        attachments: ['通知.pdf'],
      },
    ]);
  });

  it('finds mails by recipient, subject and time, newest first', async () => {
    const { server, send, setNow } = await aServer();
    await send({ to: 'A@x.test', subject: 'reminder 1', text: '.' });
    await send({ to: 'b@x.test', subject: 'reminder 2', text: '.' });
    setNow(awardNow + 1000);
    await send({ to: ['a@x.test', 'b@x.test'], subject: 'decision', text: '.' });
    const subjects = (filter: Parameters<MailServer['inbox']>[0]) => server.inbox(filter).map((mail) => mail.subject);
    expect(subjects({ to: 'a@X.test' })).toEqual(['decision', 'reminder 1']);
    expect(subjects({ subject: 'reminder' })).toEqual(['reminder 2', 'reminder 1']);
    expect(subjects({ since: awardNow + 1 })).toEqual(['decision']);
    expect(subjects({ limit: 2 })).toEqual(['decision', 'reminder 2']);
    expect(subjects({ to: '%' })).toEqual([]);
  });

  it('takes any user and password, as the real server would its own', async () => {
    const { server, send } = await aServer();
    await send({ to: 'a@x.test', subject: 's', text: '.' }, { user: 'award', pass: 'anything' });
    expect(server.inbox()).toHaveLength(1);
  });

  it('still has the mails after a restart', async () => {
    const { server, file, send } = await aServer();
    await send({ to: 'a@x.test', subject: 's', text: '.' });
    await server.stop();
    servers.pop();
    expect((await aServer(file)).server.inbox({ to: 'a@x.test' })).toHaveLength(1);
  });

  it('says so when its port is taken', async () => {
    const { server } = await aServer();
    await expect(
      startMail({ port: server.port, file: ':memory:', clock: { now: () => 0, offset: () => 0 } }),
    ).rejects.toThrow('EADDRINUSE');
  });
});

describe('the inbox pages', () => {
  const page = (title: string, content: string) => `<title>${title}</title>${content}`;
  const url = (path: string) => new URL(path, 'http://127.0.0.1');

  it('list mails and show each', async () => {
    const { server, send } = await aServer();
    await send({ to: 'a@x.test', subject: '通知', text: 'hello' });
    const list = answerInbox(server, url('/local/inbox'), page);
    expect(list).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(list?.body).toContain('<a href="/local/inbox/1">通知</a>');
    expect(list?.body).toContain('2028/5/1 10:00:00');
    expect(answerInbox(server, url('/local/inbox/1'), page)?.body).toContain('hello');
    expect(answerInbox(server, url('/local/inbox/2'), page)?.status).toBe(404);
    expect(answerInbox(server, url('/local/other'), page)).toBeUndefined();
  });

  it('give the mails as data', async () => {
    const { server, send } = await aServer();
    await send({ to: 'a@x.test', subject: 'one', text: '.' });
    await send({ to: 'b@x.test', subject: 'two', text: '.' });
    const answer = answerInbox(server, url('/local/inbox.json?to=b%40x.test'), page);
    expect(JSON.parse(answer!.body)).toMatchObject({ mails: [{ subject: 'two', to: ['b@x.test'] }] });
  });

  it("never let a mail's content act on the page", () => {
    const mail = {
      id: 1,
      receivedAt: 0,
      from: '<b>',
      to: ['"><script>'],
      subject: '<script>alert(1)</script>',
      messageId: '',
      text: '</pre><script>',
      html: '<script>parent.alert("x")</script>',
      attachments: ['<i>.pdf'],
    };
    for (const html of [renderMail(mail), renderMail({ ...mail, html: undefined }), renderInbox([mail])]) {
      expect(html).not.toMatch(/<script|<b>|<i>/);
    }
    expect(renderMail(mail)).toMatch(/<iframe[^>]* sandbox [^>]*srcdoc="&#60;script/);
  });

  it('say when there is no mail', () => {
    expect(renderInbox([])).toContain('还没有邮件');
  });
});
