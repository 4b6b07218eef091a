import type { Cloud } from '../cloud.ts';
import type { ScheduleStatus } from '../scheduler/scheduler.ts';
import type { Page } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { both, instant, lastOf, shortener, table } from './wording.ts';

/** The schedules, the next to run first. */
export function schedulesPage({ scheduler }: Cloud): Page {
  const schedules = scheduler.list().sort((a, b) => (a.nextRun ?? Infinity) - (b.nextRun ?? Infinity));
  const short = shortener(schedules.map(({ name }) => name));
  return {
    title: ['定时', 'Schedules'],
    content: table(
      [
        both('名称', 'Name'),
        both('何时', 'When'),
        both('下次', 'Next run'),
        both('上次', 'Last run'),
        both('结果', 'Result'),
        both('调用', 'Calls'),
      ],
      schedules.map((one) => [
        short(one.name),
        markup`<code>${one.expression}</code><br><span class="none">${one.timeZone}</span>`,
        one.enabled ? instant(one.nextRun) : both('停用', 'disabled'),
        instant(one.lastRun?.scheduledAt),
        result(one),
        markup`<code>${lastOf(one.targetArn)}</code>`,
      ]),
    ),
  };
}

function result({ lastRun }: ScheduleStatus): Markup {
  if (!lastRun) return markup`<span class="none">—</span>`;
  if (lastRun.result === 'delivered') return both('已送达', 'delivered');
  const words = lastRun.result === 'failed' ? both('失败', 'failed') : both('重试中', 'trying again');
  return markup`<span class="bad">${words} ${lastRun.error}</span>`;
}
