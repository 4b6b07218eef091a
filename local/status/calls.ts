import type { Cloud } from '../cloud.ts';
import type { CallCount } from '../identity/usage.ts';
import type { Page } from './frame.ts';
import { functionPath } from './functions.ts';
import { markup } from './markup.ts';
import { both, shortener, table } from './wording.ts';

/** AWS calls of each function, machine and schedule since the start, and per invocation; and what none ever used. */
export function callsPage({ calls, functions, authority, model }: Cloud): Page {
  const figures = functions.figures();
  const short = shortener(model.functions.map(({ name }) => name));
  const byPrincipal = [...Map.groupBy(calls(), ({ principal }) => principal)];
  const unused = Map.groupBy(authority.unusedGrants(), ({ principal }) => principal);
  const named = (name: string) =>
    figures[name] ? markup`<a href="${functionPath(name)}">${short(name)}</a>` : markup`${short(name)}`;
  return {
    title: ['AWS 调用', 'AWS calls'],
    content: markup`
      <p>${both('自本次启动以来,每个函数、状态机和定时任务对 AWS 的调用。operator 是本机的状态页。', 'AWS calls of each function, machine and schedule since this start. operator is this status page.')}</p>
      ${table(
        [
          both('谁', 'Who'),
          both('被调用', 'Invocations'),
          both('AWS 调用', 'AWS calls'),
          both('每次调用', 'Per invocation'),
          both('操作', 'Actions'),
          both('未用权限', 'Unused grants'),
        ],
        byPrincipal
          .map(([name, of]) => ({ name, of, total: totalOf(of), invocations: figures[name]?.invocations }))
          .toSorted((a, b) => b.total - a.total)
          .map(({ name, of, total, invocations }) => [
            named(name),
            invocations,
            total,
            invocations ? (total / invocations).toFixed(1) : '',
            markup`${of.map(({ action, count }) => markup`<span class="call">${count} × <code>${action}</code></span> `)}`,
            unused.get(name)?.length ?? 0,
          ]),
      )}`,
  };
}

const totalOf = (calls: readonly CallCount[]): number => calls.reduce((sum, { count }) => sum + count, 0);
