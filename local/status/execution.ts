import type { Cloud } from '../cloud.ts';
import { executionArn } from '../states/arns.ts';
import type { CurrentState, ExecutionDetails } from '../states/states.ts';
import type { Page } from './frame.ts';
import { drawing } from './graph/drawing.ts';
import { historyOf } from './history.ts';
import { markup, type Markup } from './markup.ts';
import { badge, stateName, waiting } from './standing.ts';
import { both, instant, pretty, table } from './wording.ts';

/** One execution: where it stands, its graph, what went in and came out, and its history page by page. */
export function executionPage(
  { states, model }: Cloud,
  query: URLSearchParams,
  names: readonly string[],
): Page | undefined {
  const [machine = '', name = ''] = names;
  const arn = executionArn(model.place, machine, name);
  const found = states.describe(arn);
  if (!found) return undefined;
  const { current, status, graph } = found;
  return {
    title: [name, ''],
    below: ['流程', 'Executions', `/local/executions?machine=${encodeURIComponent(machine)}`],
    script: 'graph',
    content: markup`
      ${summary(found)}
      <div class="two">
        <section class="graph-side">
          <h2>${both('流程图', 'Graph')}</h2>
          <p class="legend"><span class="key passed">${both('走过', 'passed')}</span> <span class="key current">${both('当前', 'current')}</span> <span class="key ahead">${both('未到', 'not yet')}</span></p>
          ${drawing(graph, {
            current: new Set(current.map(({ state }) => state)),
            steps: states.steps(arn),
            failed: status !== 'RUNNING',
          })}
        </section>
        <section>
          ${status === 'RUNNING' && markup`<h2>${both('现在等什么', 'What it waits for')}</h2>${waits(current)}`}
          <h2>${both('输入与输出', 'Input and output')}</h2>
          <details open><summary>${both('输入', 'input')}</summary>${pretty(found.input)}</details>
          ${'output' in found && markup`<details><summary>${both('输出', 'output')}</summary>${pretty(found.output)}</details>`}
          ${historyOf(states, arn, query)}
        </section>
      </div>`,
  };
}

function summary({ machine, status, started, stopped, error, cause }: ExecutionDetails): Markup {
  return markup`<dl class="facts">
    <dt>${both('状态', 'Status')}</dt><dd>${badge(status)}</dd>
    <dt>${both('状态机', 'Machine')}</dt><dd><code>${machine}</code></dd>
    <dt>${both('开始', 'Started')}</dt><dd>${instant(started)}</dd>
    ${stopped !== undefined && markup`<dt>${both('结束', 'Ended')}</dt><dd>${instant(stopped)}</dd>`}
    ${error !== undefined && markup`<dt>${both('错误', 'Error')}</dt><dd class="bad"><code>${error}</code> ${cause}</dd>`}
  </dl>`;
}

const waits = (current: readonly CurrentState[]): Markup =>
  table(
    [both('环节', 'State'), both('等待', 'Waits for'), both('自', 'Since'), both('到期', 'Due')],
    current.map((one) => [
      markup`${one.inside.map((outer) => markup`<code>${outer}</code> › `)}${stateName(one.state)}`,
      waiting(one),
      instant(one.since),
      instant(one.due),
    ]),
    both('正在运行', 'it is running right now'),
  );
