import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, startBrowser } from './support/browser.ts';
import { type ControlRoom, startControlRoom } from './support/control-room.ts';
import { startPageServer } from './support/page-server.ts';

/** What the page asks beside the shop; nothing of it matters here. */
const GATEWAY: Readonly<Record<string, unknown>> = {
  '/api/health': { status: 'healthy', downstream_services: {} },
  '/api/generate-query': { kind: 'clarify', message: 'Which one?', options: [], trace_id: '0'.repeat(32) },
};

let room: ControlRoom;
let gateway: Server;
let web: { readonly url: string; stop(): Promise<void> };
let browser: Browser;
let page: Page;

beforeAll(async () => {
  room = await startControlRoom();
  gateway = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(GATEWAY[request.url ?? ''] ?? { items: [], next: null }));
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  web = await startPageServer({ API_GATEWAY_URL: gatewayUrl, STOREFRONT_TRAFFIC_URL: room.url });
  browser = await startBrowser();
  page = browser.page;
});

afterAll(async () => {
  await browser?.stop();
  await web?.stop();
  room?.stop();
  gateway?.closeAllConnections();
  gateway?.close();
});

const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
const fault = (name: string): Locator => page.getByRole('form', { name, exact: true });
const switchOf = (name: string): Locator => page.getByRole('switch', { name, exact: true });
const lastChange = (): unknown => room.changes.at(-1);

describe('the shop', () => {
  test('is offered in the header, and opens with its traffic', async () => {
    await page.goto(web.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Shop' }).click();
    await region('Traffic').getByText('stopped').waitFor();
    expect(await page.getByRole('link', { name: 'Shop' }).getAttribute('aria-current')).toBe('page');
  });

  test('starts traffic as it is set, and shows what comes of it', async () => {
    await region('Traffic').getByLabel('Rate', { exact: true }).fill('25.5');
    await region('Traffic').getByLabel('Users', { exact: true }).fill('40');
    await region('Traffic').getByRole('button', { name: 'Start' }).click();
    await region('Traffic').getByText('running').waitFor();
    expect(lastChange()).toEqual(['POST /traffic', { running: true, settings: { rate_per_s: 25.5, users: 40 } }]);
    const figures = { requests: 1_240, by_status: { 200: 1_190, 404: 30, 503: 10, no_answer: 10 }, active_users: 38 };
    room.shop.traffic = { ...room.shop.traffic, figures: { ...figures, since: new Date().toISOString() } };
    await region('Traffic').getByText('1,240').waitFor();
    const statuses = region('Traffic').getByRole('list', { name: 'Requests by status' });
    expect(await statuses.getByRole('listitem').allTextContents()).toEqual([
      '200 1,190',
      '404 30',
      '503 10',
      'no answer 10',
      expect.stringMatching(/^since \d\d:\d\d:\d\d$/),
    ]);
  });

  test('takes no number out of its limits', async () => {
    const before = room.changes.length;
    await region('Traffic').getByLabel('Users', { exact: true }).fill('0');
    await region('Traffic').getByRole('button', { name: 'Apply' }).click();
    const users = region('Traffic').getByLabel('Users', { exact: true });
    expect(await users.evaluate((input: HTMLInputElement) => input.validity.rangeUnderflow)).toBe(true);
    expect(room.changes.length).toBe(before);
    await users.fill('41');
    await users.press('Enter');
    await region('Traffic').getByRole('button', { name: 'Apply' }).waitFor({ state: 'detached' });
    expect(lastChange()).toEqual(['POST /traffic', { settings: { rate_per_s: 25.5, users: 41 } }]);
  });

  test('lists faults by service, each with what it does', async () => {
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'frontend-service',
      'backend-service',
      'database-service',
    ]);
    await fault('slow_query').getByText('An index is dropped, so a query reads the whole table.').waitFor();
    await fault('memory_leak').getByText('1,000 to 10,000,000 bytes').waitFor();
  });

  test('switches a fault by the keyboard, adjusted, and says until when', async () => {
    await fault('route_latency').getByLabel('The route that waits').selectOption('/user/:id');
    await fault('route_latency').getByLabel('How long it waits at least').fill('1200');
    await fault('route_latency').getByLabel('Off by itself after').fill('5');
    await switchOf('route_latency').focus();
    await page.keyboard.press('Space');
    await fault('route_latency')
      .getByText(/On until \d\d:\d\d:\d\d, 5 min left/)
      .waitFor();
    expect(lastChange()).toEqual([
      'POST /faults',
      { name: 'route_latency', on: true, params: { route: '/user/:id', delay_ms: 1_200 }, duration_s: 300 },
    ]);
    expect(await switchOf('route_latency').getAttribute('aria-checked')).toBe('true');
    expect(await switchOf('route_latency').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await fault('route_latency').getByText('On until').waitFor({ state: 'detached' });
    expect(lastChange()).toEqual(['POST /faults', { name: 'route_latency', on: false }]);
  });

  test('begins a fault anew with other values, and switches all off', async () => {
    await switchOf('memory_leak').click();
    await fault('memory_leak').getByText('On until').waitFor();
    expect(await page.getByRole('button', { name: 'Start a quiz' }).isDisabled()).toBe(true);
    await fault('memory_leak').getByLabel('What a request leaves behind').fill('1000');
    await fault('memory_leak').getByRole('button', { name: 'Begin anew with these' }).click();
    await fault('memory_leak').getByRole('button', { name: 'Begin anew with these' }).waitFor({ state: 'detached' });
    expect(lastChange()).toMatchObject(['POST /faults', { params: { bytes_per_request: 1_000 } }]);
    expect(await fault('memory_leak').getByLabel('What a request leaves behind').inputValue()).toBe('1000');
    await page.getByRole('button', { name: 'Switch all off' }).click();
    await region('Faults').getByText('All off.').waitFor();
    expect(lastChange()).toEqual(['DELETE /faults', undefined]);
  });

  test('shows the problem where a change was refused, as text', async () => {
    room.refuses = 'POST /incident';
    await page.getByRole('button', { name: 'Start the incident' }).click();
    const alert = region('Incident').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toBe('Not changed: expected no <b>incident</b> to run, found one (CONFLICT)');
    room.refuses = null;
  });

  test('runs an incident by its timetable, stretched to the minutes asked for', async () => {
    await region('Incident').getByLabel('Scenario').selectOption('bad_release');
    await region('Incident').getByLabel('Over').fill('5');
    await region('Incident').getByRole('button', { name: 'Start the incident' }).click();
    await region('Incident')
      .getByText(/bad_release runs since .*; next step at/)
      .waitFor();
    expect(lastChange()).toEqual(['POST /incident', { scenario: 'bad_release', minutes: 5 }]);
    const steps = region('Incident').getByRole('list', { name: 'Timetable' }).getByRole('listitem');
    expect(await steps.allTextContents()).toEqual(['0:00bad_deploy', '1:30log_storm, 50 lines a request']);
    const current = region('Incident').locator('[aria-current="step"]');
    expect(await current.textContent()).toContain('bad_deploy');
    const { running } = room.shop.incident;
    if (running) room.shop.incident = { ...room.shop.incident, running: { ...running, step: 1, next_at: null } };
    await region('Incident').getByText('every step is taken').waitFor();
    expect(await current.textContent()).toContain('log_storm');
    await region('Incident').getByRole('button', { name: 'Stop the incident' }).click();
    await region('Incident').getByRole('button', { name: 'Start the incident' }).waitFor();
  });

  test('keeps the secret of a quiz until it is revealed', async () => {
    const board = (): Promise<string | null> => region('Faults').locator('.fault-grid').allInnerTexts().then(String);
    const before = await board();
    await page.getByRole('button', { name: 'Start a quiz' }).click();
    await region('Faults').getByText('A quiz runs: none').waitFor();
    expect(await board()).toBe(before);
    expect(await page.getByRole('switch', { checked: true }).count()).toBe(0);
    expect(await page.getByRole('switch', { disabled: true }).count()).toBe(room.shop.faults.length);
    expect(await page.getByRole('button', { name: 'Switch all off' }).count()).toBe(0);
    expect(await region('Quiz').textContent()).not.toContain('slow_query');
    await region('Quiz').getByRole('link', { name: 'What are the most common errors?' }).waitFor();
    await page.getByRole('button', { name: 'Reveal it' }).click();
    await region('Quiz').getByText('It was slow_query of database-service.').waitFor();
    await region('Quiz').getByText('The query that shows it').click();
    await region('Quiz').getByText("'query_planning'").waitFor();
    await region('Faults').getByText('All off.').waitFor();
  });

  test('puts the question that finds a fault into the ask box', async () => {
    await fault('cache_disabled').getByRole('link', { name: 'Did the cache hit ratio change?' }).click();
    await page.getByText('Which one?').waitFor();
    const box = page.getByRole('textbox', { name: /question/i });
    expect(await box.inputValue()).toBe('Did the cache hit ratio change?');
    await page.goBack();
    await fault('cache_disabled').waitFor();
  });

  test('asks again and again while somebody looks, and nothing while nobody does', async () => {
    await page.addInitScript(() => {
      const looks = { begun: 0, under: 0 };
      const ask = window.fetch.bind(window);
      window.fetch = async (url, init) => {
        const counts = url === '/storefront/traffic' ? 1 : 0;
        looks.begun += counts;
        looks.under += counts;
        return ask(url, init).finally(() => {
          looks.under -= counts;
        });
      };
      Object.assign(window, { looks });
    });
    const looks = (): Promise<{ begun: number; under: number }> => page.evaluate('looks');
    const quiet = async (): Promise<number> => {
      await expect.poll(async () => (await looks()).under).toBe(0);
      return (await looks()).begun;
    };
    await page.clock.install();
    await page.reload();
    await region('Traffic').waitFor();
    // From here on time goes as far as it is told to.
    await page.clock.pauseAt(Date.now() + 60_000);
    const before = await quiet();
    await page.clock.runFor(3_000);
    expect(await quiet()).toBe(before + 1);
    await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden', writable: true }));
    await page.clock.runFor(30_000);
    expect((await looks()).begun).toBe(before + 1);
    await page.evaluate(() => {
      Object.assign(document, { visibilityState: 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect((await looks()).begun).toBe(before + 2);
    await page.clock.resume();
  });

  test('fits a phone: nothing is wider than the window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('logs no error to the console but the change that was refused', () =>
    expect(browser.consoleErrors).toEqual([expect.stringContaining('409')]));
});

test('without a storefront none is offered, and its address says how it is started', async () => {
  const alone = await startPageServer({ API_GATEWAY_URL: room.url });
  await page.goto(`${alone.url}/#/shop`);
  await page.getByText('clearspan up --with storefront').waitFor();
  expect(await page.getByRole('link', { name: 'Shop' }).count()).toBe(0);
  await alone.stop();
});
