import type { Cloud } from '../cloud.ts';
import type { Page } from './frame.ts';
import { markup } from './markup.ts';
import { both, lastOf, table } from './wording.ts';

/** One function: its settings' names, what it called, and what it may call and never did. */
export function functionPage(cloud: Cloud, _query: URLSearchParams, names: readonly string[]): Page | undefined {
  const found = cloud.model.functions.find(({ name }) => name === names[0]);
  if (!found) return undefined;
  const { name, environment, timeoutSeconds, memoryMb, handler, invokers, async } = found;
  const figures = cloud.functions.figures()[name];
  const calls = cloud.calls().filter(({ principal }) => principal === name);
  const unused = cloud.authority.unusedGrants().filter(({ principal }) => principal === name);
  return {
    title: [name, ''],
    below: ['函数', 'Functions', '/local/functions'],
    content: markup`
      <dl class="facts">
        <dt>${both('调用次数', 'Invocations')}</dt><dd>${figures?.invocations ?? 0}</dd>
        <dt>${both('出错', 'Errors')}</dt><dd>${figures?.errors ?? 0}</dd>
        <dt>${both('入口', 'Handler')}</dt><dd><code>${handler}</code></dd>
        <dt>${both('限制', 'Limits')}</dt><dd>${timeoutSeconds} s · ${memoryMb} MB</dd>
        <dt>${both('谁可调用', 'Invoked by')}</dt><dd>${invokers.join(', ') || '—'}</dd>
        <dt>${both('失败的事件', 'Failed events')}</dt><dd>${async.onFailure ? lastOf(async.onFailure) : '—'}</dd>
      </dl>
      <h2>${both('环境变量', 'Environment')}</h2>
      <p>${both('只列名称,不列值。', 'Names only, never values.')}</p>
      <ul class="chips">${Object.keys(environment)
        .toSorted()
        .map((key) => markup`<li><code>${key}</code></li>`)}</ul>
      <h2>${both('AWS 调用', 'AWS calls')}</h2>
      ${table(
        [both('操作', 'Action'), both('次数', 'Count')],
        calls.map(({ action, count }) => [markup`<code>${action}</code>`, count]),
      )}
      <h2>${both('从未用到的权限', 'Grants never used')}</h2>
      ${table(
        [both('操作', 'Action'), both('资源', 'Resource')],
        unused.map(({ action, resource }) => [markup`<code>${action}</code>`, markup`<code>${resource}</code>`]),
        both('授予的权限都用到了', 'every grant was used'),
      )}`,
  };
}
