import type { Cloud } from '../cloud.ts';
import { executionArn } from '../states/arns.ts';
import type { ExecutionStatus, MachineStatus, Status } from '../states/states.ts';
import type { Page } from './frame.ts';
import { drawing } from './graph/drawing.ts';
import { markup, type Markup } from './markup.ts';
import { cursor, limitOf, positionIn, turns } from './paging.ts';
import { badge, dueOf, executionLink, standing, statuses, statusLabels } from './standing.ts';
import { both, instant, shortener, table } from './wording.ts';

/** Executions, newest first, of one machine or all, at one status or any, or the one of a name. */
export function executionsPage({ states, model }: Cloud, query: URLSearchParams): Page {
  const machines = states.machines();
  const short = shortener(machines.map(({ name }) => name));
  const machine = machines.find(({ name }) => name === query.get('machine'));
  const status = statuses.find((one) => one === query.get('status'));
  const name = query.get('name')?.trim() ?? '';
  const limit = limitOf(query);
  const before = positionIn(query);
  const found: ExecutionStatus[] =
    name === ''
      ? states.executions({
          ...{ machine: machine?.name, status, limit: limit + 1 },
          before: typeof before === 'string' ? before : undefined,
        })
      : machines.flatMap((one) => states.describe(executionArn(model.place, one.name, name)) ?? []);
  const shown = found.slice(0, limit);
  const next = found.length > limit ? cursor(shown.at(-1)?.arn) : undefined;
  return {
    title: ['流程', 'Executions'],
    content: markup`
      <p>${both('每份申报、每件撤销各是一次流程;点开可看它走到哪里、等什么。', 'Each application and each revocation is one execution; open one to see where it stands and what it waits for.')}</p>
      ${counts(machines, short)}
      ${filter(machines, short, { machine: machine?.name, status, name })}
      ${table(
        [
          both('名称', 'Name'),
          both('状态机', 'Machine'),
          both('状态', 'Status'),
          both('所在环节', 'Stands at'),
          both('自动继续', 'Goes on by itself'),
          both('开始', 'Started'),
          both('结束', 'Ended'),
        ],
        shown.map((one) => [
          executionLink(one),
          short(one.machine),
          badge(one.status),
          standing(one),
          dueOf(one),
          instant(one.started),
          instant(one.stopped),
        ]),
      )}
      ${turns(query, next)}
      ${machine && markup`<details><summary>${both('流程图', 'Graph')} · ${short(machine.name)}</summary>${drawing(machine.graph)}</details>`}`,
  };
}

function counts(machines: readonly MachineStatus[], short: (name: string) => string): Markup {
  const cell = (name: string, status: Status, count = 0) =>
    count === 0
      ? markup`<span class="none">0</span>`
      : markup`<a href="/local/executions?${new URLSearchParams({ machine: name, status }).toString()}">${count}</a>`;
  return table(
    [both('状态机', 'Machine'), ...statuses.map((status) => both(...statusLabels[status]))],
    machines.map(({ name, executions }) => [
      markup`<a href="/local/executions?${new URLSearchParams({ machine: name }).toString()}">${short(name)}</a>`,
      ...statuses.map((status) => cell(name, status, executions[status])),
    ]),
  );
}

function filter(
  machines: readonly MachineStatus[],
  short: (name: string) => string,
  chosen: { machine?: string; status?: Status; name: string },
): Markup {
  const option = (value: string, text: string, selected: boolean) =>
    markup`<option value="${value}"${selected && ' selected'}>${text}</option>`;
  return markup`<form class="filter" method="get" action="/local/executions">
    <label>${both('状态机', 'Machine')} <select name="machine">
      ${option('', '全部 all', chosen.machine === undefined)}
      ${machines.map(({ name }) => option(name, short(name), name === chosen.machine))}
    </select></label>
    <label>${both('状态', 'Status')} <select name="status">
      ${option('', '全部 all', chosen.status === undefined)}
      ${statuses.map((one) => option(one, statusLabels[one].join(' '), one === chosen.status))}
    </select></label>
    <label>${both('名称(申报编号)', 'Name (application)')} <input name="name" value="${chosen.name}"></label>
    <button>${both('筛选', 'Filter')}</button>
  </form>`;
}
