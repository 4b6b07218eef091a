import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { lostQueue } from '../events/async-invocations.ts';
import type { FailedMessage } from '../events/queues.ts';
import type { CloudModel } from '../template/model.ts';
import { functionNameIn } from '../template/properties.ts';
import type { Page } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { limitOf } from './paging.ts';
import { both, instant, lastOf, pretty, shortener } from './wording.ts';

/** What nobody could handle: the newest messages of each dead-letter queue. */
export function queuesPage({ model, queues, scheduler }: Cloud, query: URLSearchParams): Page {
  const limit = limitOf(query, 20);
  const counts = queues.counts();
  const shown = [
    ...model.queues.map(({ arn, name }) => ({
      arn,
      title: markup`${sourcesOf(model, arn).join(', ') || name} <code class="en">${name}</code>`,
    })),
    { arn: lostQueue, title: both('无处可去的事件', 'events without a queue') },
  ];
  const letters = scheduler.deadLetters().toReversed();
  return {
    title: ['死信', 'Failed messages'],
    content: markup`
      <p>${both('反复尝试仍处理不了的消息。正常时这里是空的。', 'Messages that no attempt could handle. Normally there are none.')}</p>
      ${shown.map(({ arn, title }) => queue(title, counts[arn] ?? 0, queues.list(arn, limit), limit))}
      <h2>${both('未送达的定时任务', 'Schedules not delivered')} <span class="count">${letters.length}</span></h2>
      <ul class="items">${letters
        .slice(0, limit)
        .map(
          ({ schedule, scheduledAt, queueArn, error, payload }) =>
            markup`<li><details><summary class="line">${instant(scheduledAt)} <code>${schedule}</code> → ${lastOf(queueArn)} <span class="bad">${error}</span></summary>${pretty(payload)}</details></li>`,
        )}</ul>`,
  };
}

/** Whose failures a queue takes. */
function sourcesOf({ functions, streamMappings, rules, schedules }: CloudModel, arn: string): string[] {
  const short = shortener(functions.map(({ name }) => name));
  const names = [
    ...functions.filter(({ async }) => async.onFailure === arn).map(({ name }) => name),
    ...streamMappings.filter(({ onFailure }) => onFailure === arn).map(({ functionName }) => functionName),
    ...rules
      .flatMap(({ targets }) => targets)
      .filter(({ deadLetterArn }) => deadLetterArn === arn)
      .map(({ functionName }) => functionName),
    ...schedules.filter(({ deadLetterArn }) => deadLetterArn === arn).map(({ targetArn }) => lastOf(targetArn)),
  ];
  return [...new Set(names.map((name) => short(name.replace(/^\w+:/, ''))))];
}

const queue = (title: Markup, count: number, messages: readonly FailedMessage[], limit: number): Markup => markup`
  <h2>${title} <span class="count${count > 0 && ' bad'}">${count}</span></h2>
  <ul class="items">${messages.map((message) => {
    const { who, why } = told(message);
    return markup`<li><details><summary class="line">${instant(message.at)} <code>${who}</code> <span class="bad">${why}</span></summary>${pretty(message.attributes)}${pretty(message.body)}</details></li>`;
  })}</ul>
  ${count > messages.length && limit < 200 && markup`<p><a href="/local/queues?limit=200">${both('显示更多', 'show more')}</a></p>`}`;

/** An event says in its attributes who failed and why, a batch of a stream in its body. */
function told({ attributes, body }: FailedMessage): { who: string; why: string } {
  const { Function: who, ErrorType = '', ErrorMessage = '' } = attributes;
  if (who !== undefined) return { who, why: `${ErrorType} ${ErrorMessage}` };
  const { requestContext, responseContext } = batch.safeParse(JSON.parse(body)).data ?? {};
  const why = [requestContext?.condition, responseContext?.functionError].filter(Boolean).join(' ');
  return { who: functionNameIn(requestContext?.functionArn ?? ''), why };
}

const batch = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.string() }),
  responseContext: z.object({ functionError: z.string() }).partial().optional(),
});
