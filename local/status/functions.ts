import type { Cloud } from '../cloud.ts';
import type { Page } from './frame.ts';
import { markup } from './markup.ts';
import { both, shortener, table } from './wording.ts';

export const functionPath = (name: string): string => `/local/functions/${encodeURIComponent(name)}`;

/** The functions and what became of their invocations since the start. */
export function functionsPage({ model, functions }: Cloud): Page {
  const figures = functions.figures();
  const short = shortener(model.functions.map(({ name }) => name));
  return {
    title: ['函数', 'Functions'],
    content: markup`
      <p>${both('自本次启动以来;空闲的函数会被停下,再用时重新启动。', 'Since this start; functions at rest are stopped and started again when they are needed.')}</p>
      ${table(
        [
          both('函数', 'Function'),
          both('调用次数', 'Invocations'),
          both('出错', 'Errors'),
          both('冷启动', 'Cold starts'),
          both('上次用时', 'Last took'),
          both('超时', 'Timeout'),
          both('内存', 'Memory'),
        ],
        model.functions
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ name, timeoutSeconds, memoryMb }) => {
            const { invocations = 0, errors = 0, coldStarts = 0, lastMs = 0 } = figures[name] ?? {};
            return [
              markup`<a href="${functionPath(name)}">${short(name)}</a>`,
              invocations,
              errors > 0 ? markup`<span class="bad">${errors}</span>` : errors,
              coldStarts,
              invocations > 0 && `${Math.round(lastMs)} ms`,
              `${timeoutSeconds} s`,
              `${memoryMb} MB`,
            ];
          }),
      )}`,
  };
}
