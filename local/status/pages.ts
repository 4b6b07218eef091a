import type { Cloud } from '../cloud.ts';
import type { Handles } from '../control.ts';
import { redirect, sendAnswer, type Answer } from './answer.ts';
import { assets } from './assets.ts';
import { bucketPage } from './bucket.ts';
import { bucketsPage } from './buckets.ts';
import { callsPage } from './calls.ts';
import { executionPage } from './execution.ts';
import { executionsPage } from './executions.ts';
import { frame, type Page } from './frame.ts';
import { functionPage } from './function.ts';
import { functionsPage } from './functions.ts';
import { inboxAnswer } from './inbox.ts';
import { mePage, signedInPath } from './me.ts';
import { overviewPage } from './overview.ts';
import { platformsPage } from './platforms.ts';
import { queuesPage } from './queues.ts';
import { schedulesPage } from './schedules.ts';
import { tablePage } from './table.ts';
import { tablesPage } from './tables.ts';
import { both } from './wording.ts';

type Shown = Page | undefined;
type Show = (cloud: Cloud, query: URLSearchParams, names: readonly string[]) => Shown | Promise<Shown>;

const pages: readonly (readonly [path: RegExp, show: Show])[] = [
  [/^\/local\/?$/, overviewPage],
  [/^(?:\/local\/me|\/signed-in)$/, mePage],
  [/^\/local\/executions$/, executionsPage],
  [/^\/local\/executions\/([^/]+)\/([^/]+)$/, executionPage],
  [/^\/local\/tables$/, tablesPage],
  [/^\/local\/tables\/([^/]+)$/, tablePage],
  [/^\/local\/buckets$/, bucketsPage],
  [/^\/local\/buckets\/([^/]+)$/, bucketPage],
  [/^\/local\/schedules$/, schedulesPage],
  [/^\/local\/functions$/, functionsPage],
  [/^\/local\/functions\/([^/]+)$/, functionPage],
  [/^\/local\/queues$/, queuesPage],
  [/^\/local\/calls$/, callsPage],
  [/^\/local\/platforms$/, platformsPage],
];

/** The status pages: everything under /local that they know, where signing in comes back, and `/` as a way to them. */
export function statusPages(cloud: Cloud): Handles {
  return (request, response) => {
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const own = path === '/' || path === signedInPath || path === '/local' || path.startsWith('/local/');
    if (!own || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    request.resume();
    const url = new URL(cloud.url + path + (search && `?${search}`));
    // Signing in comes back to the cloud's own address: a page of another name of this machine would not find its session.
    const elsewhere = `http://${request.headers.host}` !== cloud.url;
    if (path === '/') redirect(response, `${cloud.url}/local`);
    else if (elsewhere) redirect(response, url.href);
    else
      answer(cloud, url).then(
        (found) => sendAnswer(response, found, cloud),
        (error: unknown) => {
          console.error(`The page ${path} cannot be shown:`, error);
          sendAnswer(response, framed(cloud, url, broken), cloud);
        },
      );
    return true;
  };
}

async function answer(cloud: Cloud, url: URL): Promise<Answer> {
  const asset = assets.get(url.pathname);
  if (asset) return { status: 200, ...asset };
  const data = inboxAnswer(cloud, url);
  if (data && 'body' in data) return data;
  return framed(cloud, url, data ?? (await find(cloud, url)) ?? missing);
}

function framed(cloud: Cloud, url: URL, page: Page): Answer {
  const clock = { now: cloud.clock.now(), offset: cloud.clock.offset() };
  const body = frame(page, url.pathname === signedInPath ? '/local/me' : url.pathname, clock);
  return { status: page.status ?? 200, contentType: 'text/html; charset=utf-8', body, ownStyles: page.showsMail };
}

async function find(cloud: Cloud, url: URL): Promise<Shown> {
  for (const [path, show] of pages) {
    const found = path.exec(url.pathname);
    if (found) return show(cloud, url.searchParams, found.slice(1).map(decoded));
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const missing: Page = {
  title: ['没有这个页面', 'No such page'],
  status: 404,
  content: both('这里没有内容。', 'There is nothing here.'),
};
const broken: Page = {
  title: ['页面出错', 'This page failed'],
  status: 500,
  content: both('原因见启动窗口。', 'The window it was started in says why.'),
};
