import type { GenerateQueryAnswer, GenerateQueryDeclined, LearnedItem } from '@clearspan/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, startBrowser } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { get, post } from './support/http.ts';
import { clearspan, type System, startSystem } from './support/system.ts';
import { namedTree } from './support/trace-tree.ts';

const QUESTION = 'orders svc errors in the last hour';
const MEANT = "source logs last 1h | filter $m.severity == ERROR && $l.subsystemname == 'checkout'";
const SHOTS = process.env.SCREENSHOTS;

let system: System;
let browser: Browser;
let page: Page;

const api = (path: string): string => `${system.url('api-gateway')}/api${path}`;
const learned = async (): Promise<readonly LearnedItem[]> => (await get(api('/learned'))).body.items;
const ask = async (user_input = QUESTION, more: object = {}): Promise<GenerateQueryAnswer | GenerateQueryDeclined> =>
  (await post(api('/generate-query'), { user_input, ...more })).body;
const reading = async (): Promise<unknown> => {
  const answer = await ask();
  return answer.kind === 'answer' ? [answer.query, answer.confidence, answer.assumptions] : answer.message;
};
const correct = (more: object = {}) =>
  post(api('/feedback'), { user_input: QUESTION, generated_query: '', corrected_query: MEANT, rating: 1, ...more });

/** Services that are not ours, so that the data has words to be learned. */
const lines = (service: string, nowMs: number): object => ({
  resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
  scopeLogs: [
    {
      logRecords: [1, 2, 3].map((n) => ({
        timeUnixNano: `${nowMs - n * 1_000}000000`,
        severityNumber: 17,
        severityText: 'ERROR',
        body: { stringValue: `payment ${n} was refused` },
      })),
    },
  ],
});

beforeAll(async () => {
  system = await startSystem(19_460, { env: { RATE_LIMIT_PER_MINUTE: '10000' } });
  const now = Date.now();
  await post(`${system.otlp_url}/v1/logs`, { resourceLogs: [lines('checkout', now), lines('billing', now)] });
  await eventually(
    'the catalog knows the services, and so does the query service',
    async () => {
      const answer = await ask('errors in checkout');
      return answer.kind === 'answer' && answer.query.includes("'checkout'") ? true : undefined;
    },
    60_000,
  );
  browser = await startBrowser();
  page = browser.page;
});

afterAll(async () => {
  await browser?.stop();
  await system?.stop();
});

describe('a correction', () => {
  let before: unknown;
  let traceId = '';

  test('teaches what the words stand for', async () => {
    before = await reading();
    expect(JSON.stringify(before)).not.toContain("'checkout'");
    const { status, body } = await correct();
    traceId = body.trace_id;
    expect([status, body.not_learned]).toEqual([201, null]);
    expect(body.learned).toMatchObject([
      { says: '"orders svc" is read as checkout ($l.subsystemname)', scope: 'user' },
    ]);
  });

  test('and the next question is understood, and says by what', async () => {
    const answer = await ask();
    if (answer.kind !== 'answer') throw new Error(answer.message);
    expect(answer.query).toBe(MEANT);
    expect(answer.result?.row_count).toBe(3);
    const today = new Date().toISOString().slice(0, 10);
    expect(answer.assumptions).toContain(`"orders svc" is read as checkout (learned from your correction of ${today})`);
    const { stdout } = await clearspan(['ask', QUESTION, '--url', system.url('api-gateway')]);
    expect(stdout).toContain('// assumed: "orders svc" is read as checkout (learned from your correction of ');
  });

  test('is one trace with the feedback it came from', async () => {
    const names = await eventually('the trace of the feedback', async () => {
      const { status, body } = await get(api(`/traces/${traceId}`));
      const found = status === 200 ? JSON.stringify(namedTree(body)) : '';
      return found.includes('storage_service.store_learned') ? found : undefined;
    });
    for (const name of ['api_gateway.submit_feedback', 'storage_service.store_feedback', 'query_service.learn'])
      expect(names).toContain(name);
  });

  test('is listed with its evidence, on the page and in a terminal', async () => {
    const [entry] = await learned();
    expect(entry?.evidence).toMatchObject([{ question: QUESTION, after: MEANT, user: 'local' }]);
    const { stdout } = await clearspan(['learned', '--url', system.url('api-gateway')]);
    expect(stdout).toContain('"orders svc" is read as checkout ($l.subsystemname)\n    for you; id ');
    expect(stdout).toContain(`"${QUESTION}" is ${MEANT}`);
    await page.goto(`${system.url('web')}/#/learned`);
    await page.getByText('"orders svc" is read as checkout').waitFor();
    await page.getByText('What it rests on').click();
    expect(await page.getByRole('list', { name: 'Learned' }).textContent()).toContain(MEANT);
  });

  test('is undone on the page, and the question is read as before', async () => {
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.getByRole('button', { name: /^Redo: / }).waitFor();
    expect(await reading()).toEqual(before);
    expect(await learned()).toMatchObject([{ active: false, changed_by: 'local' }]);
  });

  test('is redone in a terminal', async () => {
    const [entry] = await learned();
    const { code } = await clearspan(['learned', 'redo', entry?.id ?? '', '--url', system.url('api-gateway')]);
    expect(code).toBe(0);
    expect(JSON.stringify(await reading())).toContain("'checkout'");
  });
});

describe('words written down', () => {
  test('in a terminal are held against the data', async () => {
    const add = (...words: string[]) => clearspan(['learned', 'add', ...words, '--url', system.url('api-gateway')]);
    const fine = await add('money desk', '=', 'billing');
    expect([fine.code, fine.stdout]).toEqual([0, expect.stringContaining('"money desk" is read as billing')]);
    for (const words of [
      ['errors', '=', 'billing'],
      ['not', '=', 'billing'],
      ["x' | limit 0", '=', 'billing'],
      ['money desks', '=', 'nowhere'],
    ])
      expect(await add(...words)).toMatchObject({ code: 1, stdout: '' });
    expect(await learned()).toHaveLength(2);
  });

  test('on the page are added, or refused with the reason', async () => {
    await page.goto(`${system.url('web')}/#/learned`);
    await page.getByLabel('Words').fill('errors');
    await page.getByLabel('stand for').fill('billing');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('Not added: expected words without a meaning of their own, found "errors"').waitFor();
    await page.getByLabel('Words').fill('cash crew');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('"cash crew" is read as billing').waitFor();
  });
});

describe('the page', () => {
  test('takes the query that was meant, and tells what it has learned', async () => {
    await page.goto(system.url('web'));
    const box = page.getByRole('textbox', { name: /question/i });
    await box.fill('errors in grommet today');
    await box.press('Enter');
    const teach = page.getByText('I know the query');
    const rating = page.getByTitle('wrong', { exact: true });
    await teach.or(rating).first().waitFor();
    if (await teach.isVisible()) await teach.click();
    else await rating.click();
    await page
      .getByLabel(/The query that was meant/)
      .fill(
        "source logs between @'now' / 1d and @'now' | filter $m.severity == ERROR && $l.subsystemname == 'checkout'",
      );
    await page.getByRole('button', { name: /^(?:Teach|Send)$/ }).click();
    await page.getByText('Learned: "grommet" is read as checkout').waitFor();
    await page.getByRole('link', { name: 'See what was learned' }).click();
    await page.getByText('"grommet" is read as checkout').waitFor();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('of what was learned fits: %s, %s px', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${system.url('web')}/#/learned`);
    await page.getByText('"grommet" is read as checkout').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (SHOTS) await page.getByText('What it rests on').first().click();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/learned-${colorScheme}-${width}.png`, fullPage: true });
  });

  test('logs no error but the refusal to the console', () =>
    expect(browser.consoleErrors.filter((line) => !line.includes('400'))).toEqual([]));
});

describe('a conversation', () => {
  test('is remembered under its name: a fragment edits what was asked before', async () => {
    const conversation_id = 'c1';
    await ask('errors in billing in the last hour', { conversation_id });
    const next = await ask('by host', { conversation_id: 'c2' });
    expect(JSON.stringify(next)).not.toContain("'billing'");
    const answer = await ask('only in checkout', { conversation_id });
    if (answer.kind !== 'answer') throw new Error(answer.message);
    expect(answer.query).toContain("$l.subsystemname == 'checkout'");
    expect(answer.query).toContain('$m.severity == ERROR');
    const { body } = await get(api('/history?conversation_id=c1'));
    expect(body.items.map((item: { user_input: string }) => item.user_input)).toEqual([
      'only in checkout',
      'errors in billing in the last hour',
    ]);
  });
});

describe('more corrections than a day has', () => {
  test('of one user teach fifty times, and change no answer of words that mean something', async () => {
    const asked = (await ask('errors in billing')) as GenerateQueryAnswer;
    let refused = 0;
    for (let n = 0; n < 150; n++) {
      const poison = { user_input: `zork${n} errors`, corrected_query: MEANT.replace(' last 1h', '') };
      const { status, body } = await correct(poison);
      expect(status).toBe(201);
      if (body.not_learned !== null) {
        expect(body.not_learned).toBe('expected at most 50 corrections within a day');
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThanOrEqual(100);
    expect((await learned()).length).toBeLessThanOrEqual(50);
    expect(((await ask('errors in billing')) as GenerateQueryAnswer).query).toBe(asked.query);
  });
});
