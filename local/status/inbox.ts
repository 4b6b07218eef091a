import type { Cloud } from '../cloud.ts';
import { withoutTokens } from '../states/tokens.ts';
import { answerInbox, inboxPath, type InboxAnswer } from '../mail/inbox-pages.ts';
import type { Page } from './frame.ts';
import { Markup, markup } from './markup.ts';
import { both } from './wording.ts';

/** The inbox's pages, put into the frame; its data as it is. */
export function inboxAnswer(cloud: Pick<Cloud, 'mail'>, url: URL): Page | InboxAnswer | undefined {
  // The fragment comes escaped from its own renderer.
  let content = markup``;
  let title = '';
  const answer = answerInbox(cloud.mail, url, (itsTitle, fragment) => {
    title = itsTitle;
    content = new Markup(fragment);
    return '';
  });
  if (!answer) return undefined;
  if (answer.contentType.includes('json')) return { ...answer, body: withoutTokens(answer.body) };
  if (url.pathname !== inboxPath) {
    const below = ['收件箱', 'Inbox', inboxPath] as const;
    return {
      title: [title, ''],
      status: answer.status,
      below,
      content: markup`<div class="mail">${content}</div>`,
      showsMail: true,
    };
  }
  return { title: ['收件箱', 'Inbox'], content: markup`${introduction(url)}<div class="scroll">${content}</div>` };
}

const introduction = ({ searchParams }: URL): Markup => markup`
  <p>${both('系统发出的所有邮件都到这里,不会发往外部。', 'Every mail the system sends ends here; none leaves this machine.')}</p>
  <form class="filter" method="get" action="${inboxPath}">
    <label>${both('收件人', 'To')} <input name="to" value="${searchParams.get('to') ?? ''}" placeholder="organisation@example.test"></label>
    <label>${both('主题包含', 'Subject has')} <input name="subject" value="${searchParams.get('subject') ?? ''}"></label>
    <button>${both('筛选', 'Filter')}</button>
  </form>`;
