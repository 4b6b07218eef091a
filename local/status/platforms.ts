import type { Cloud } from '../cloud.ts';
import type { Page } from './frame.ts';
import { markup } from './markup.ts';
import { limitOf } from './paging.ts';
import { both, instant, pretty } from './wording.ts';

const names = {
  credit: both('信用信息平台', 'Credit platform'),
  supervision: both('综合监管平台', 'Supervision platform'),
} as const;

/** What the city's two platforms took, with the receipts that they gave. */
export function platformsPage({ platforms }: Cloud, query: URLSearchParams): Page {
  const taken = platforms.received(limitOf(query, 50));
  return {
    title: ['两平台', 'Platforms'],
    content: markup`
      <p>${both('信用和监管平台收到的撤销信息。它们验签、识别重复推送,有时按种子出故障。', 'The revocations that both platforms took. They check signatures, know repeats, and fail at times, by a seed.')}</p>
      <ul class="items">${taken.map(
        ({ platform, receiptNumber, receivedAt, body }) =>
          markup`<li><details><summary class="line">${instant(Date.parse(receivedAt))} ${names[platform as keyof typeof names]} <code>${receiptNumber}</code></summary>${pretty(JSON.parse(body))}</details></li>`,
      )}</ul>`,
  };
}
