import type { Cloud } from '../cloud.ts';
import { fellDue } from './fell-due.ts';
import type { Page } from './frame.ts';
import { markup, type Content, type Markup } from './markup.ts';
import { dueOf, executionLink, standing } from './standing.ts';
import { ahead, both, instant, table } from './wording.ts';

/** Everything at a glance: whether it runs, what time it is, what goes on. */
export function overviewPage(cloud: Cloud, query: URLSearchParams): Page {
  return {
    title: ['概览', 'Overview'],
    content: markup`
      ${clockCard(cloud)}
      ${fellDue(cloud, query)}
      ${health(cloud)}
      <div class="two">
        <section><h2>${both('正在进行', 'Under way')}</h2>${underWay(cloud)}</section>
        <section><h2>${both('最近的邮件', 'Latest mail')}</h2>${latestMail(cloud)}</section>
      </div>
      <h2>${both('在哪里', 'Where things are')}</h2>
      ${addresses(cloud)}`,
  };
}

const moves = [
  ['+1d', '+1 天', '1 day'],
  ['+7d', '+7 天', '7 days'],
  ['+30d', '+30 天', '30 days'],
  ['+1y', '+1 年', '1 year'],
] as const;

const clockCard = ({ clock }: Cloud): Markup => markup`
  <section class="card clock" aria-label="奖项时钟 award clock">
    <div>
      <p class="label">${both('奖项时钟(北京时间)', 'Award clock (Asia/Shanghai)')}</p>
      <p class="big-time">${instant(clock.now(), { id: 'big-clock', offset: clock.offset() })}</p>
      <p class="none">${ahead(clock.offset())}</p>
    </div>
    <form id="move-clock" class="moves">
      <p class="label">${both('拨快时钟,途中到期的事都会办:', 'Move the clock; whatever falls due on the way is done:')}</p>
      <p class="buttons">${moves.map(([by, zh, en]) => markup`<button type="submit" name="by" value="${by}">${both(zh, en)}</button> `)}</p>
      <p class="buttons"><input name="expression" aria-label="时长或时间 distance or time" placeholder="+2h, 2027-03-31T09:00" size="20"> <button type="submit" name="by" value="">${both('拨到', 'Go')}</button></p>
      <p id="move-report" role="status"></p>
    </form>
  </section>`;

function health(cloud: Cloud): Markup {
  const { states, functions, queues, scheduler, dynamodb, s3, model } = cloud;
  const counts = states.machines().map(({ executions }) => executions);
  const count = (status: string) => counts.reduce((sum, one) => sum + (one[status] ?? 0), 0);
  const broken = count('FAILED') + count('TIMED_OUT');
  const failed = Object.values(queues.counts()).reduce((sum, n) => sum + n, 0) + scheduler.deadLetters().length;
  const figures = Object.values(functions.figures());
  const invoked = figures.reduce((sum, { invocations }) => sum + invocations, 0);
  const errors = figures.reduce((sum, one) => sum + one.errors, 0);
  const next = Math.min(...scheduler.list().flatMap(({ nextRun }) => nextRun ?? []));
  const items = dynamodb.tables();
  const buckets = s3.stats();
  const well = broken + failed === 0;
  return markup`
    <p class="verdict ${well ? 'well' : 'unwell'}" role="status">${
      well
        ? both('✓ 一切正常运行', 'everything runs')
        : both(`⚠ 有 ${broken + failed} 处需要查看`, `${broken + failed} to look at`)
    }</p>
    <div class="tiles">
      ${tile('/local/executions?status=RUNNING', '流程进行中', 'executions under way', count('RUNNING'))}
      ${tile('/local/executions', '流程已完成', 'executions succeeded', count('SUCCEEDED'))}
      ${tile('/local/executions?status=FAILED', '流程失败', 'executions failed', broken, broken > 0)}
      ${tile('/local/queues', '死信', 'messages nobody could handle', failed, failed > 0)}
      ${tile('/local/functions', `函数调用,出错 ${errors}`, `invocations, ${errors} errors`, invoked)}
      ${tile('/local/tables', '数据记录', 'items in tables', items.length === 0 ? '—' : items.reduce((sum, one) => sum + one.items, 0))}
      ${tile(
        '/local/buckets',
        '文件',
        'files',
        buckets.reduce((sum, one) => sum + one.objects, 0),
      )}
      ${tile('/local/schedules', `${model.schedules.length} 个定时,下次`, 'next schedule', Number.isFinite(next) ? instant(next) : '—')}
    </div>`;
}

const tile = (to: string, zh: string, en: string, value: Content, isBad = false): Markup =>
  markup`<a class="tile${isBad && ' unwell'}" href="${to}"><strong>${value}</strong> ${both(zh, en)}</a>`;

const underWay = ({ states }: Cloud): Markup =>
  table(
    [both('流程', 'Execution'), both('所在环节', 'Stands at'), both('自动继续', 'Goes on by itself')],
    states.executions({ status: 'RUNNING', limit: 8 }).map((one) => [executionLink(one), standing(one), dueOf(one)]),
    both('没有进行中的流程', 'no execution is under way'),
  );

const latestMail = ({ mail }: Cloud): Markup =>
  table(
    [both('时间', 'Time'), both('收件人', 'To'), both('主题', 'Subject')],
    mail
      .inbox({ limit: 6 })
      .map(({ id, receivedAt, to, subject }) => [
        instant(receivedAt),
        to.join(', '),
        markup`<a href="/local/inbox/${id}">${subject || '(无主题)'}</a>`,
      ]),
    both('还没有邮件', 'no mail yet'),
  );

function addresses({ url, issuer, ports, dir }: Cloud): Markup {
  const link = (to: string) => markup`<a href="${to}">${to}</a>`;
  const at = (port: number) => markup`<code>127.0.0.1:${port}</code>`;
  return table(
    [both('什么', 'What'), both('地址', 'Address')],
    [
      [both('接口文档', 'API documentation'), link(`${url}/api/docs`)],
      [both('接口', 'API'), markup`<code>${url}/api</code>`],
      [both('登录服务', 'Sign-in (OpenID Connect)'), link(`${issuer}/.well-known/openid-configuration`)],
      [both('收件箱', 'Inbox'), link(`${url}/local/inbox`)],
      [both('邮件服务器', 'Mail server (SMTP)'), at(ports.smtp)],
      ['DynamoDB, Step Functions', at(ports.json)],
      ['S3', at(ports.s3)],
      [both('数据目录', 'Data'), markup`<code>${dir}</code>`],
    ],
  );
}
