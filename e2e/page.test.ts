import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Browser, startBrowser } from './support/browser.ts';
import { post } from './support/http.ts';
import { type System, startSystem } from './support/system.ts';

let system: System;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  system = await startSystem(18_300);
  await post(`${system.url('api-gateway')}/api/query`, { query: 'source logs | nonsense' });
  // What a service is called is known once the catalog was read after its first lines. A minute has a hundred requests.
  const known = { user_input: 'log lines of api-gateway in the last hour' };
  await vi.waitFor(
    async () => {
      const { body } = await post(`${system.url('api-gateway')}/api/generate-query`, known);
      expect(body.result?.row_count).toBeGreaterThan(0);
    },
    { timeout: 60_000, interval: 2_000 },
  );
  browser = await startBrowser();
  page = browser.page;
});

afterAll(async () => {
  await browser?.stop();
  await system?.stop();
});

const ask = async (question: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: /question/i });
  await box.fill(question);
  await box.press('Enter');
};
const query = () => page.getByRole('region', { name: 'Query' });

describe('the page', () => {
  test('answers a question with its query, its reading and its rows', async () => {
    await page.goto(system.url('web'));
    await ask('how many log lines did each service write in the last hour');
    await query().waitFor();
    expect(await query().textContent()).toContain('source logs last 1h');
    expect(await query().textContent()).toMatch(/how sure.*%/);
    await page.getByRole('table').first().waitFor();
    expect(await page.getByRole('table').first().textContent()).toContain('api-gateway');
  });

  test('says what each word became', async () => {
    const words = page.getByRole('list', { name: 'Words of the question' });
    expect(await words.textContent()).toMatch(/service by service \(\$l\.subsystemname\)in the last hour the last 1h/);
  });

  test('shows what the background task found', async () => {
    await page
      .getByText(/rows read|read \d|complexity/i)
      .first()
      .waitFor();
  });

  test('takes a rating', async () => {
    await page.getByTitle('right', { exact: true }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Noted: 5 of 5.').waitFor();
  });

  test('leads from the answer to its trace', async () => {
    await page
      .getByRole('link', { name: /^trace / })
      .first()
      .click();
    await page.getByText('api_gateway.generate_query_pipeline').first().waitFor();
    expect(page.url()).toMatch(/#\/trace\/[0-9a-f]{32}$/);
    await page.getByText('storage_service.store_processing_data').first().waitFor();
  });

  test('shows several looks where no one query answers, and opens the query of one', async () => {
    await page.goto(system.url('web'));
    await ask('is anything broken?');
    await page.getByRole('region', { name: 'Looks' }).waitFor();
    const look = page.getByRole('article', { name: 'Errors by service and message' });
    expect(await look.textContent()).toMatch(/Errors: [\d,]+ \([\d,]+ before\)|Too little data to compare/);
    await look.getByRole('button', { name: 'Open' }).click();
    await query().waitFor();
    expect(await query().textContent()).toContain('$m.severity >= ERROR');
  });

  test('asks on about the same records, and a copied address tells the whole conversation', async () => {
    await page.goto(system.url('web'));
    await ask('how many log lines did each service write in the last hour');
    await page.getByRole('button', { name: 'as a share' }).click();
    await query().getByText('as share').first().waitFor();
    await page.getByRole('textbox', { name: 'Ask on' }).fill('only api-gateway');
    await page.getByRole('textbox', { name: 'Ask on' }).press('Enter');
    await query().getByText("'api-gateway'").first().waitFor();
    const whole = await query().locator('pre').textContent();
    expect(whole).toContain('source logs last 1h');
    // The share stays one of all services.
    expect(whole).toContain('/ count() as share');
    const conversation = page.getByRole('navigation', { name: 'Conversation' });
    expect(await conversation.getByRole('link').allTextContents()).toEqual([
      'how many log lines did each service write in the last hour',
      'as a share',
    ]);
    // A new page knows no query of the questions before.
    await page.reload();
    await query().getByText("'api-gateway'").first().waitFor();
    expect(await query().locator('pre').textContent()).toBe(whole);
    await conversation.getByRole('link').first().click();
    await query().getByText('the number of records').waitFor();
    expect(await conversation.count()).toBe(0);
  });

  test('says what is wrong with a question that is blank, and asks nothing', async () => {
    await page.goto(system.url('web'));
    await ask('   ');
    expect(await query().count()).toBe(0);
  });

  test('fits a phone: nothing is wider than the window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(system.url('web'));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  test('logs no error to the console', () => expect(browser.consoleErrors).toEqual([]));
});
