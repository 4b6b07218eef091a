import type { Cloud } from '../cloud.ts';
import { markup, type Markup } from './markup.ts';
import { badge, executionLink, standing } from './standing.ts';
import { both, instant, shortener, table } from './wording.ts';

const shownAtMost = 20;

/** What a move of the clock brought about, by `?since=`: schedules that ran, executions that went on, mail. */
export function fellDue({ scheduler, states, mail, clock }: Cloud, query: URLSearchParams): Markup | undefined {
  const since = Date.parse(query.get('since') ?? '');
  if (Number.isNaN(since)) return undefined;
  const steps = /^\d+$/.test(query.get('steps') ?? '') ? Number(query.get('steps')) : undefined;
  const ran = scheduler.list().filter(({ lastRun }) => lastRun !== undefined && lastRun.scheduledAt >= since);
  const short = shortener(scheduler.list().map(({ name }) => name));
  const executions = states.executions({ since, limit: shownAtMost + 1 });
  const mails = mail.inbox({ since, limit: shownAtMost + 1 });
  return markup`<section id="fell-due" class="card">
    <h2>${both('途中到期', 'What fell due')}</h2>
    <p>${instant(since)} → ${instant(clock.now())}${steps !== undefined && markup` · ${both(`到期 ${steps} 次`, `${steps} times something was due`)}`}</p>
    <h3>${both('定时任务', 'Schedules')}</h3>
    ${table(
      [both('名称', 'Name'), both('最后一次', 'Last run')],
      ran.map(({ name, lastRun }) => [short(name), instant(lastRun?.scheduledAt)]),
      both('没有', 'none'),
    )}
    <h3>${both('开始、前进或结束的流程', 'Executions that began, went on or ended')}</h3>
    ${table(
      [both('流程', 'Execution'), both('状态', 'Status'), both('所在环节', 'Stands at')],
      executions.slice(0, shownAtMost).map((one) => [executionLink(one), badge(one.status), standing(one)]),
      both('没有', 'none'),
    )}
    ${more(executions.length, '/local/executions')}
    <h3>${both('邮件', 'Mail')}</h3>
    ${table(
      [both('时间', 'Time'), both('收件人', 'To'), both('主题', 'Subject')],
      mails
        .slice(0, shownAtMost)
        .map(({ id, receivedAt, to, subject }) => [
          instant(receivedAt),
          to.join(', '),
          markup`<a href="/local/inbox/${id}">${subject || '(无主题)'}</a>`,
        ]),
      both('没有', 'none'),
    )}
    ${more(mails.length, `/local/inbox?since=${new Date(since).toISOString()}`)}
  </section>`;
}

const more = (found: number, to: string): Markup | false =>
  found > shownAtMost && markup`<p><a href="${to}">${both('还有更多', 'and more')} →</a></p>`;
