import type { Cloud } from '../cloud.ts';
import type { Fault } from '../platforms/faults.ts';
import type { Try } from '../platforms/received.ts';
import type { Page } from './frame.ts';
import { markup, type Markup } from './markup.ts';
import { limitOf } from './paging.ts';
import { both, instant, pretty } from './wording.ts';

const names = {
  credit: both('信用信息平台', 'Credit platform'),
  supervision: both('综合监管平台', 'Supervision platform'),
} as const;

const came: Readonly<Record<Fault | 'taken', Markup>> = {
  taken: both('已接收,给出回执', 'taken, with a receipt'),
  unavailable: both('503 维护中', '503 under maintenance'),
  busy: both('429 请求过多', '429 too many requests'),
  hangUp: both('断开连接', 'hung up'),
  lostAnswer: both('已接收,回执途中丢失', 'taken, and the receipt was lost on its way'),
  silent: both('不作答', 'no answer at all'),
  forged: both('已接收,回执签名系伪造', 'taken, and somebody else signed the receipt'),
  garbled: both('已接收,回执残缺', 'taken, and the receipt was garbled'),
  refused: both('400 拒收', '400 refused'),
};

/** Every push as the city's two platforms saw it: what they took, with which receipt, and what went wrong. */
export function platformsPage({ platforms }: Pick<Cloud, 'platforms'>, query: URLSearchParams): Page {
  const tries = platforms.tries(limitOf(query, 50));
  return {
    title: ['两平台', 'Platforms'],
    content: markup`
      <p>${both('信用和监管平台收到的每次推送。它们验签、识别重复推送,有时按种子出故障;系统一侧的结果见撤销案的推送情况。', 'Every push that reached the two platforms. They check signatures, know repeats, and fail at times, by a seed; how the system took it stands in the pushes of the revocation.')}</p>
      ${tries.length === 0 && markup`<p class="empty">${both('尚无推送。撤销奖励的决定登记后才有。', 'No push yet: they follow the decision to revoke an award.')}</p>`}
      <ul class="items">${tries.map(one)}</ul>`,
  };
}

const one = ({ platform, idempotencyKey, nth, at, outcome, taken }: Try): Markup => {
  const isGood = outcome === 'taken';
  const what = outcome in came ? came[outcome as keyof typeof came] : both('未通过验证', outcome || 'not answered');
  return markup`<li><details><summary class="line">${instant(Date.parse(at))} ${names[platform as keyof typeof names]} ${both(`第 ${nth} 次`, `try ${nth}`)} <span class="badge ${isGood ? 'SUCCEEDED' : 'FAILED'}">${what}</span> ${isGood && taken && markup`<code>${taken.receiptNumber}</code>`}</summary>
    <p><code>${idempotencyKey}</code></p>${taken ? pretty(JSON.parse(taken.body)) : markup`<p>${both('平台未留存该信息。', 'The platform holds nothing of it.')}</p>`}</details></li>`;
};
