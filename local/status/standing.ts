import type { CurrentState, ExecutionStatus, Status } from '../states/states.ts';
import { markup, type Markup } from './markup.ts';
import { stateLabel } from './state-names.ts';
import { both, instant } from './wording.ts';

/** What people read for the status of an execution. */
export const statusLabels: Readonly<Record<Status, readonly [zh: string, en: string]>> = {
  RUNNING: ['进行中', 'running'],
  SUCCEEDED: ['已完成', 'succeeded'],
  FAILED: ['失败', 'failed'],
  TIMED_OUT: ['超时', 'timed out'],
  ABORTED: ['已中止', 'aborted'],
};
export const statuses = Object.keys(statusLabels) as Status[];

export const badge = (status: Status): Markup =>
  markup`<span class="badge ${status}">${both(...statusLabels[status])}</span>`;

const waits: Readonly<Record<CurrentState['waitsFor'], readonly [zh: string, en: string]>> = {
  turn: ['即将运行', 'about to run'],
  task: ['等待办理', 'waits for its task'],
  time: ['等到时间', 'waits for its time'],
  retry: ['等待重试', 'waits to try again'],
  children: ['等待分支', 'waits for its branches'],
  slot: ['排队', 'queued'],
  outcome: ['即将继续', 'about to go on'],
  nothing: ['已结束', 'ended'],
};

export const waiting = ({ waitsFor }: CurrentState): Markup => both(...waits[waitsFor]);

export function stateName(name: string): Markup {
  const zh = stateLabel(name);
  return zh === undefined ? markup`<code>${name}</code>` : markup`${zh} <code class="en">${name}</code>`;
}

export const executionPath = ({ machine, name }: Pick<ExecutionStatus, 'machine' | 'name'>): string =>
  `/local/executions/${encodeURIComponent(machine)}/${encodeURIComponent(name)}`;

export const executionLink = (execution: ExecutionStatus): Markup =>
  markup`<a href="${executionPath(execution)}"><code>${execution.name}</code></a>`;

/** Where an execution stands, in a table's cell: the innermost states, not the forks around them. */
export function standing({ current, error }: ExecutionStatus): Markup {
  if (error !== undefined) return markup`<span class="bad">${error}</span>`;
  const innermost = current.filter(({ waitsFor }) => waitsFor !== 'children');
  const more = innermost.length - 3;
  return markup`${innermost.slice(0, 3).map((one) => markup`<div>${stateName(one.state)}</div>`)}${more > 0 && markup`<div>+${more}</div>`}`;
}

/** When the first of its waits ends by itself. */
export function dueOf({ current }: ExecutionStatus): Markup {
  const dues = current.flatMap(({ due }) => due ?? []);
  return instant(dues.length === 0 ? undefined : Math.min(...dues));
}
