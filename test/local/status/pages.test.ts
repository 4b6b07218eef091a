import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startCloud, type Cloud } from '#local/cloud';
import { statusPages } from '#local/status/pages';
import { people } from '../fixture/people.ts';
import { synthesizeFixture } from '../fixture/synthesize.ts';
import { freePorts } from '../free-ports.ts';

const root = mkdtempSync(join(tmpdir(), 'status-'));
let cloud: Cloud;
let table: string;

beforeAll(async () => {
  const port = await freePorts();
  const assembly = synthesizeFixture(root, `http://127.0.0.1:${port + 3}`);
  const pages = (running: Cloud) => [statusPages(running)];
  cloud = await startCloud({ dir: join(root, 'data'), port, assembly, people, pages });
  table = cloud.model.tables[0]?.name ?? '';
  for (let n = 10; n < 70; n += 1) await put({ pk: `topic-${n}`, sk: 'NOTE#1', text: 'x' });
  await put({ pk: 'case-1', sk: 'NOTE#1', text: 'start' });
  await put({ pk: 'odd', sk: 'NOTE#1', text: 'poison' });
  await put({ pk: 'odd', sk: 'A', text: '<script>alert("&")</script>' });
  await cloud.clock.settle();
}, 60_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(root, { recursive: true });
});

const put = (item: Record<string, string>) => {
  const Item = Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }]));
  return cloud.dynamodb.service.call('PutItem', { TableName: table, Item }, cloud.authority.operator);
};
const visit = (path: string, init: RequestInit = {}) => fetch(cloud.url + path, { redirect: 'manual', ...init });
const read = async (path: string) => (await visit(path)).text();
const linksOf = (html: string) =>
  [...html.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, to = '']) =>
    to.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  );

/** Every page that links lead to from the overview, by its path. */
async function everyPage(): Promise<Map<string, Response & { html: string }>> {
  const found = new Map<string, Response & { html: string }>();
  const waiting = ['/local', '/signed-in'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const response = await visit(path);
    const html = await response.text();
    found.set(path, Object.assign(response, { html }));
    const own = linksOf(html).map((to) => new URL(to, cloud.url + path));
    waiting.push(...own.filter((to) => to.href.startsWith(`${cloud.url}/local`)).map((to) => to.pathname + to.search));
  }
  return found;
}

describe('the status pages', () => {
  it('lead everywhere without a dead end, load nothing from elsewhere and run no script but their own', async () => {
    const pages = await everyPage();
    expect(pages.size).toBeGreaterThan(20);
    for (const [path, { status, headers }] of pages) {
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('show neither task tokens nor access keys nor what environment variables hold', async () => {
    const stored = await cloud.dynamodb.service.call(
      'GetItem',
      { TableName: table, Key: { pk: { S: 'case-1' }, sk: { S: 'TOKEN' } } },
      cloud.authority.operator,
    );
    const token = (stored['Item'] as { token: { S: string } }).token.S;
    expect(token.length).toBeGreaterThan(40);
    const html = [...(await everyPage()).values()].map((page) => page.html).join('\n');
    expect(html).toContain('[task token]');
    expect(html).not.toContain(token);
    expect(html).toContain('MACHINE_ARN');
    const { accessKeyId, secretAccessKey } = cloud.authority.operator;
    for (const secret of [accessKeyId, secretAccessKey, 'AWS_SECRET_ACCESS_KEY']) expect(html).not.toContain(secret);
  });

  it('draw an execution’s graph with the state it stands at, and say what it waits for and until when', async () => {
    const html = await read('/local/executions/fixture-machine/case-1');
    expect(html).toMatch(/<g class="state Task current" id="current">\s*<title>Ask/);
    expect(html).toContain('等待办理');
    expect(html).toContain('TaskStateEntered');
    const list = await read('/local/executions?status=RUNNING');
    expect(list).toContain('/local/executions/fixture-machine/case-1');
    expect(await read('/local/executions?status=FAILED')).not.toContain('case-1');
    expect(await read('/local/executions?name=case-1')).toContain('>case-1</code>');
  });

  it('give a long history page by page', async () => {
    const first = await read('/local/executions/fixture-machine/case-1?limit=2');
    const next = linksOf(first).find((to) => to.includes('after=')) ?? '';
    const second = await read(`/local/executions/fixture-machine/case-1${next}`);
    expect(first).toContain('<span class="number">2</span>');
    expect(first).not.toContain('<span class="number">3</span>');
    expect(second).toContain('<span class="number">3</span>');
    expect(second).not.toContain('<span class="number">2</span>');
  });

  it('show a table’s items page by page, each once, and those of one partition alone', async () => {
    const keys: string[] = [];
    for (let path = `/local/tables/${table}?limit=25`; path !== '';) {
      const html = await read(path);
      keys.push(...[...html.matchAll(/pk<\/span> <code>(topic-\d+)/g)].map(([, key = '']) => key));
      const next = linksOf(html).find((to) => to.includes('after='));
      path = next === undefined ? '' : `/local/tables/${table}${next}`;
    }
    expect(keys.sort()).toEqual(Array.from({ length: 60 }, (_, n) => `topic-${n + 10}`));
    const one = await read(`/local/tables/${table}?key=topic-11`);
    expect(one.match(/<li>/g)?.length).toBeGreaterThan(0);
    expect(one).not.toContain('topic-12');
  });

  it('write what was stored as text, never as markup', async () => {
    const html = await read(`/local/tables/${table}?key=odd`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&#60;script&#62;alert');
    expect(await read('/local/inbox?to=%22%3E%3Cb%3E')).not.toContain('"><b>');
  });

  it('show what nobody could handle, and say on the overview that there is something to look at', async () => {
    expect(await read('/local/queues')).toContain(
      '<code>fixture-events</code> <span class="bad">RetryAttemptsExhausted Error',
    );
    expect(await read('/local')).toContain('1 to look at');
  });

  it('tell what fell due when the clock was moved', async () => {
    const since = new Date(cloud.clock.now()).toISOString();
    const move = { method: 'POST', body: JSON.stringify({ by: '+11d' }) };
    expect((await visit('/local/clock', move)).status).toBe(200);
    const html = await read(`/local?since=${since}&steps=12`);
    const due = html.slice(html.indexOf('id="fell-due"'), html.indexOf('class="verdict'));
    expect(due).toContain('Daily');
    // The execution of a patience of ten days.
    expect(due).toContain('case-1');
    expect(due).toContain('States.Timeout');
  });

  it('count the AWS calls of each function and what it may do and never did', async () => {
    const calls = await read('/local/calls');
    expect(calls).toContain('<code>dynamodb:PutItem</code>');
    // AWS writes logs in a function's name: no call of the function.
    expect(calls).not.toContain('logs:PutLogEvents');
    const steps = await read('/local/functions/fixture-steps');
    expect(steps).toContain('<li><code>NOTES_TABLE</code></li>');
    expect(await read('/local/functions/fixture-notes')).toContain('dynamodb:Query');
  });
});

describe('who asks for a status page', () => {
  it('is led from the bare address to the overview, and from another name of this machine to the right one', async () => {
    expect((await visit('/')).headers.get('location')).toBe(`${cloud.url}/local`);
    const other = await fetch(`${cloud.url.replace('127.0.0.1', 'localhost')}/local/me?a=1`, { redirect: 'manual' });
    expect(other.headers.get('location')).toBe(`${cloud.url}/local/me?a=1`);
  });

  it('by the name of another machine gets nothing', async () => {
    const status = await new Promise((resolve, reject) => {
      const port = cloud.ports.web;
      request({ port, path: '/local', headers: { host: 'evil.test' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('gets 404 for what is not there and 400 for a page that no table has', async () => {
    const missing = ['/local/x', '/local/tables/x', '/local/buckets/x', '/local/functions/x', '/local/executions/x/y'];
    for (const path of missing) expect([path, (await visit(path)).status]).toEqual([path, 404]);
    const after = Buffer.from('{"no":{"S":"key"}}').toString('base64url');
    expect((await visit(`/local/tables/${table}?after=${after}`)).status).toBe(400);
    for (const broken of ['%', 'bm9uc2Vuc2U', '!'])
      expect((await visit(`/local/tables/${table}?after=${broken}&limit=-3`)).status).toBe(200);
    expect((await visit('/local/functions/%E0%A4%A')).status).toBe(404);
  });

  it('gets an apology without details when a page fails', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = vi.spyOn(cloud.scheduler, 'list').mockImplementation(() => {
      throw new Error('the reason');
    });
    onTestFinished(() => [silenced, broken].forEach((spy) => spy.mockRestore()));
    const response = await visit('/local/schedules');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('the reason');
  });
});
