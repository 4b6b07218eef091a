import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '#local/sample/set-up';
import { announce } from '../journeys/chapters/announce.ts';
import { applyInNumbers } from '../journeys/chapters/apply.ts';
import type { FreshCloud } from '../journeys/fresh-cloud.ts';
import { freshCloud } from '../journeys/fresh-cloud.ts';
import { Narrator } from '../journeys/narrator.ts';
import type { Entrant } from '../journeys/story.ts';
import { chromiumHere, startChromium } from './chromium.ts';

if (chromiumHere === undefined)
  console.warn(
    'test/browser/status.test.ts is skipped: no Chromium is installed here (CHROMIUM=/path/to/it names one)',
  );

describe.skipIf(chromiumHere === undefined)('the status page in a browser', () => {
  let fresh: FreshCloud;
  let browser: Browser;
  let page: Page;
  let entrant: Entrant;
  const complaints: string[] = [];
  const strangers: string[] = [];

  beforeAll(async () => {
    fresh = await freshCloud();
    const cast = await assemble(fresh.cloud);
    const story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'seen' };
    const { cycleId, year } = await announce(story);
    [entrant] = (await applyInNumbers(story, cycleId, year, 1)) as [Entrant];
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    page.on(
      'request',
      (request) => void (new URL(request.url()).hostname !== '127.0.0.1' && strangers.push(request.url())),
    );
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await fresh?.end();
  });
  const open = (path: string) => page.goto(fresh.cloud.url + path);
  const text = (selector: string) => page.locator(selector).innerText();
  // A busy machine takes its time over a redirect.
  const eventually = (selector: string) => expect.poll(() => text(selector), { timeout: 20_000 });

  test('shows an execution’s graph with its current state in sight', async () => {
    await open('/');
    await page.getByRole('link', { name: /^流程 Executions/ }).click();
    await page.getByRole('link', { name: entrant.applicationId }).click();
    expect(await page.locator('#current .zh').textContent()).toBe('资格审查');
    const [state, pane] = await Promise.all(['#current', '.graph-window'].map((s) => page.locator(s).boundingBox()));
    expect(state!.y).toBeGreaterThanOrEqual(pane!.y);
    expect(state!.y + state!.height).toBeLessThanOrEqual(pane!.y + pane!.height);
    const failures = page.locator('.way.catch');
    expect(await failures.first().isVisible()).toBe(false);
    await page.getByLabel(/显示出错/).check();
    expect(await failures.first().isVisible()).toBe(true);
  });

  test('moves the award’s clock and shows what fell due', async () => {
    await open('/local');
    const before = fresh.cloud.clock.now();
    await page.getByRole('button', { name: /\+1 天/ }).click();
    await page.locator('#fell-due').waitFor();
    expect(fresh.cloud.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    expect(await text('#fell-due')).toContain('Daily');
    const day = new Date(fresh.cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await text('#big-clock')).toContain(day);
    await page.getByPlaceholder('+2h').fill('yesterday');
    await page.getByRole('button', { name: /拨到/ }).click();
    await eventually('#move-report').toContain('"yesterday" is no time');
    // That refusal is an answer of status 400, which the browser notes.
    complaints.splice(0);
  });

  test('signs in with code and PKCE as one person and then as another, and says who one is in both languages', async () => {
    await open('/local/me');
    await page.getByRole('button', { name: /^登录/ }).click();
    await page.getByRole('button', { name: /王敏/ }).click();
    await page.locator('#roles').waitFor();
    expect(await text('#me')).toMatch(/王敏[^]*评审办 Review office · seen/);
    expect(page.url()).toBe(`${fresh.cloud.url}/signed-in`);
    await page.getByRole('button', { name: /换一个人/ }).click();
    await page.getByRole('button', { name: /市政府登记员/ }).click();
    await eventually('#me').toContain('市政府登记员 Government registrar');
    await page.getByRole('button', { name: /退出/ }).click();
    expect(await text('#me')).toContain('已退出');
    await page.reload();
    await eventually('#me').toContain('还没有登录');
  });

  test('does not take a code that it did not ask for', async () => {
    await open('/signed-in?code=stolen&state=unknown');
    await eventually('#me').toContain('did not begin here');
  });

  test('shows a mail as it was written without running what is in it', async () => {
    const mailer = createTransport({ host: '127.0.0.1', port: fresh.cloud.ports.smtp, secure: false });
    const html = '<p id="p" style="color: rgb(1, 2, 3)">您好</p><script>parent.document.title = "taken over"</script>';
    await mailer.sendMail({ from: 'a@b.test', to: 'li@b.test', subject: '<i>信</i>', html });
    mailer.close();
    await open('/local/inbox?to=li@b.test');
    await page.getByRole('link', { name: '<i>信</i>' }).click();
    const paragraph = page.frameLocator('iframe').locator('#p');
    expect(await paragraph.innerText()).toBe('您好');
    expect(await page.frames()[1]?.evaluate('getComputedStyle(document.getElementById("p")).color')).toBe(
      'rgb(1, 2, 3)',
    );
    expect(await page.title()).toContain('<i>信</i>');
    // The browser notes the script that it did not run.
    expect(complaints.splice(0).join()).toContain('sandboxed');
  });

  test('shows until when a file is locked', async () => {
    await open('/local/buckets');
    await page.getByRole('link', { name: /^records/ }).click();
    const year = Number((await page.locator('tbody tr').first().locator('td').last().innerText()).slice(0, 4));
    expect(year).toBeGreaterThanOrEqual(new Date(fresh.cloud.clock.now()).getUTCFullYear() + 9);
  });

  test.each([
    ['a desk', 1280],
    ['a phone', 390],
  ])('fits %s', async (_, width) => {
    await page.setViewportSize({ width, height: 844 });
    await open('/local');
    const menu = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const execution = await page.locator('main td a').first().getAttribute('href');
    for (const path of [...menu, execution ?? '']) {
      await open(path);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
  });

  test('loads nothing from elsewhere and gives the browser nothing to complain of', () => {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
