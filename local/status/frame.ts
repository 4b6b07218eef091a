import type { Millis } from '../contracts.ts';
import { markup, sent, type Content, type Markup } from './markup.ts';
import { both, instant } from './wording.ts';

/** One page: what stands between the frame's head and foot. */
export interface Page {
  readonly title: readonly [zh: string, en: string];
  readonly content: Content;
  readonly status?: number;
  /** Where this page stands, when it is below one of the menu's. */
  readonly below?: readonly [zh: string, en: string, path: string];
  /** The page's own script. */
  readonly script?: 'me' | 'graph';
  /** A mail is shown as it was written, with styles of its own; scripts it never has. */
  readonly showsMail?: boolean;
}

const menu = [
  ['/local', '概览', 'Overview'],
  ['/local/me', '登录演示', 'Sign in'],
  ['/local/executions', '流程', 'Executions'],
  ['/local/inbox', '收件箱', 'Inbox'],
  ['/local/tables', '数据表', 'Tables'],
  ['/local/buckets', '文件', 'Files'],
  ['/local/functions', '函数', 'Functions'],
  ['/local/schedules', '定时', 'Schedules'],
  ['/local/queues', '死信', 'Failed'],
  ['/local/platforms', '两平台', 'Platforms'],
  ['/local/calls', '调用', 'Calls'],
] as const;

/** The whole document. */
export function frame(page: Page, path: string, clock: { now: Millis; offset: Millis }): string {
  const [zh, en] = page.title;
  return sent(markup`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${zh} ${en} · 质量奖本地云</title>
  <link rel="icon" href="/local/assets/mark.svg">
  <link rel="stylesheet" href="/local/assets/style.css">
  <script type="module" src="/local/assets/clock.mjs"></script>
  ${page.script && markup`<script type="module" src="/local/assets/${page.script}.mjs"></script>`}
</head>
<body>
<header class="top">
  <a class="brand" href="/local"><img src="/local/assets/mark.svg" alt="" width="28" height="28"><span>质量奖 · 本地云 <small lang="en">Quality award on this machine</small></span></a>
  <span class="top-clock" title="奖项时钟 award clock, Asia/Shanghai">${instant(clock.now, { id: 'top-clock', offset: clock.offset })}</span>
</header>
<nav aria-label="页面 Pages"><ul>${menu.map((entry) => menuEntry(entry, path))}</ul></nav>
<main>
  ${page.below && markup`<p class="way-back"><a href="${page.below[2]}">← ${both(page.below[0], page.below[1])}</a></p>`}
  <h1>${both(zh, en)}</h1>
  ${page.content}
</main>
</body>
</html>
`);
}

function menuEntry([to, zh, en]: (typeof menu)[number], path: string): Markup {
  const here = path === to || (to !== '/local' && path.startsWith(`${to}/`));
  return markup`<li><a href="${to}"${here && markup` aria-current="page"`}>${zh} <span lang="en">${en}</span></a></li>`;
}
