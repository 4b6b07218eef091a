import type { Millis } from '../contracts.ts';
import type { Mail, MailFilter } from './mail.ts';

/** Where the inbox is mounted on the status page. */
export const inboxPath = '/local/inbox';

export interface InboxAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What the pages read; the mail server is one. */
export interface Inbox {
  inbox(filter?: MailFilter): Mail[];
  find(id: number): Mail | undefined;
}

/**
 * Answers GET requests below `inboxPath`: the list, `/<id>` one mail, `.json` the list as data; `?to=` and `?subject=`
 * restrict it. Undefined for any other path. Pages are fragments: `page` puts them into the status page's frame.
 */
export function answerInbox(
  mail: Inbox,
  url: URL,
  page: (title: string, content: string) => string,
): InboxAnswer | undefined {
  const { to, subject, since } = Object.fromEntries(url.searchParams);
  const filter: MailFilter = { to, subject, since: since === undefined ? undefined : Date.parse(since) };
  const html = (status: number, title: string, content: string) => ({
    status,
    contentType: 'text/html; charset=utf-8',
    body: page(title, content),
  });
  if (url.pathname === `${inboxPath}.json`) {
    return { status: 200, contentType: 'application/json', body: JSON.stringify({ mails: mail.inbox(filter) }) };
  }
  if (url.pathname === inboxPath) return html(200, '收件箱 Inbox', renderInbox(mail.inbox(filter)));
  const [, id] = new RegExp(`^${inboxPath}/(\\d+)$`).exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  const found = mail.find(Number(id));
  return found
    ? html(200, found.subject, renderMail(found))
    : html(404, '没有这封邮件 No such mail', '<p>没有这封邮件。 There is no such mail.</p>');
}

/** The list, newest first, as it is given. */
export function renderInbox(mails: readonly Mail[]): string {
  if (mails.length === 0) return '<p>还没有邮件。 No mail yet.</p>';
  const rows = mails.map(
    (mail) => `<tr>
      <td><time datetime="${new Date(mail.receivedAt).toISOString()}">${awardTime(mail.receivedAt)}</time></td>
      <td><a href="${inboxPath}/${mail.id}">${escape(mail.subject || '(无主题 no subject)')}</a>${mail.attachments.length > 0 ? ' 📎' : ''}</td>
      <td>${escape(mail.to.join(', '))}</td>
    </tr>`,
  );
  return `<table class="inbox">
    <thead><tr><th>时间 Time</th><th>主题 Subject</th><th>收件人 To</th></tr></thead>
    <tbody>${rows.join('\n')}</tbody>
  </table>`;
}

/** One mail; its HTML is shown in a frame that may neither run scripts nor reach this page. */
export function renderMail(mail: Mail): string {
  const content =
    mail.html === undefined
      ? `<pre class="mail-text">${escape(mail.text)}</pre>`
      : `<iframe class="mail-html" sandbox referrerpolicy="no-referrer" title="邮件 Mail" style="width:100%;min-height:28rem;border:1px solid #ccc" srcdoc="${escape(mail.html)}"></iframe>
    <details><summary>纯文本 Plain text</summary><pre class="mail-text">${escape(mail.text)}</pre></details>`;
  const attachments =
    mail.attachments.length === 0 ? '' : `<dt>附件 Attachments</dt><dd>${mail.attachments.map(escape).join(', ')}</dd>`;
  return `<p><a href="${inboxPath}">← 收件箱 Inbox</a></p>
    <h2>${escape(mail.subject)}</h2>
    <dl class="mail-head">
      <dt>时间 Time</dt><dd>${awardTime(mail.receivedAt)}</dd>
      <dt>发件人 From</dt><dd>${escape(mail.from)}</dd>
      <dt>收件人 To</dt><dd>${escape(mail.to.join(', '))}</dd>
      ${attachments}
    </dl>
    ${content}`;
}

function awardTime(instant: Millis): string {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
