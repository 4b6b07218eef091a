import type { HistoryEvent } from '../history.ts';
import { executionIn } from './arns.ts';
import { flag, nextToken, pageSize, positionIn, seconds } from './parameters.ts';
import type { Operation } from './wire.ts';

/** Members that hold what the execution worked on, as against how it went. */
const executionData = new Set(['input', 'output', 'parameters', 'inputDetails', 'outputDetails', 'assignedVariables']);

/** Pages through an execution's events, in their order or backwards. */
export const getExecutionHistory: Operation = (parts, call) => {
  const { input } = call;
  const row = executionIn(parts, call);
  const reverse = flag(input, 'reverseOrder', false);
  const included = flag(input, 'includeExecutionData', true);
  const size = pageSize(input);
  const question = ['GetExecutionHistory', row.arn, reverse].join(' ');
  const after = Number(positionIn(input, question) ?? (reverse ? Number.MAX_SAFE_INTEGER : 0));
  const events = parts.store.events(row.seq, { after, reverse, limit: size + 1 });
  const page = events.slice(0, size);
  const last = page.at(-1);
  return {
    events: page.map((event) => asSent(event, included)),
    ...(events.length > size && last !== undefined && { nextToken: nextToken(question, last.id) }),
  };
};

function asSent({ id, at, type, previous, details }: HistoryEvent, included: boolean): Record<string, unknown> {
  const shown = Object.entries(details).map(([key, members]) => [
    key,
    included ? members : Object.fromEntries(Object.entries(members).filter(([member]) => !executionData.has(member))),
  ]);
  return { timestamp: seconds(at), type, id, previousEventId: previous, ...Object.fromEntries(shown) };
}
