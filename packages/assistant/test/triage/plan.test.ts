import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BUNDLE_PARTS_MAX, type Catalog, USER_INPUT_CHARS_MAX } from '@clearspan/contracts';
import { check, compile, otelStorage, parse, plan, printQuery } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { classifyQuestion, interpret } from '../../src/index.ts';
import { emptyWorld, ownSystem } from '../worlds/own-system.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';
import { bundleOf } from './part-of.ts';

const ask = (question: string, catalog: Catalog = shop, more: object = {}) =>
  bundleOf(question, { catalog, nowNanos: NOW_NANOS, ...more });

const ASKED: readonly (readonly [question: string, symptom: string])[] = [
  ['is anything broken?', 'any'],
  ['anything wrong right now?', 'any'],
  ['is everything ok?', 'any'],
  ['is checkout healthy', 'any'],
  ['anything weird in checkout', 'any'],
  ['are we down', 'any'],
  ['what caused the outage', 'failing'],
  ['what broke?', 'any'],
  ['what changed in the last hour?', 'changed'],
  ['did anything change in cart', 'changed'],
  ['why is checkout slow?', 'slow'],
  ['why does checkout take so long', 'slow'],
  ['what is different about the slow requests?', 'slow'],
  ['how do slow requests differ from normal ones', 'slow'],
  ['why is payment failing since 14:00?', 'failing'],
  ['why are there so many errors in billing', 'failing'],
  ['what do failing requests have in common', 'failing'],
  ['troubleshoot cart', 'any'],
];

/** Near such questions, but of one query each. */
const NOT_ASKED = [
  'what is failing right now?',
  'what went wrong in checkout in the last 15 minutes?',
  'any errors in checkout today',
  'is there anything critical right now',
  'how many different endpoints returned 500',
  'anything from u-0003 with status 429',
  'slowest requests in cart',
  'errors since 14:00',
  'logs containing "what changed"',
];

describe('questions that no one query answers', () => {
  test.each(ASKED)('%s: %s', (question, symptom) => {
    expect(ask(question).symptom).toBe(symptom);
    expect(classifyQuestion(question)).toMatchObject({ kind: 'why', intent: { type: 'why' } });
  });

  test.each(NOT_ASKED)('%s has a query of its own', (question) => {
    expect(interpret(question, { catalog: shop, nowNanos: NOW_NANOS })).not.toHaveProperty('bundle');
  });

  test('without data there is nothing to look at', () => {
    const got = interpret('why is it slow?', { catalog: emptyWorld, nowNanos: NOW_NANOS });
    expect(got).toMatchObject({ kind: 'clarify' });
    expect(got).not.toHaveProperty('bundle');
  });

  test('nor is there before something has happened', () => {
    expect(interpret('why will checkout be slow tomorrow?', { catalog: shop, nowNanos: NOW_NANOS })).not.toHaveProperty(
      'bundle',
    );
  });
});

describe('the windows', () => {
  const windows = (question: string, more: object = {}, catalog: Catalog = shop) => {
    const { previous, window } = ask(question, catalog, more);
    return [previous.from, previous.to, window.from, window.to];
  };

  test('are the time that is said, and as much before it', () => {
    expect(windows('why is payment failing since 14:00?')).toEqual([
      '2026-11-20T13:30:00Z',
      '2026-11-20T14:00:00Z',
      '2026-11-20T14:00:00Z',
      '2026-11-20T14:30:00Z',
    ]);
    expect(windows('what changed in the last hour?')[0]).toBe('2026-11-20T12:30:00Z');
  });

  test("are the caller's, or a quarter of an hour", () => {
    const window = { from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:10:00.500Z' };
    expect(windows('is anything broken?', { window })).toEqual([
      '2026-11-20T09:49:59.500Z',
      window.from,
      window.from,
      window.to,
    ]);
    expect(windows('is anything broken?').slice(2)).toEqual(['2026-11-20T14:15:00Z', '2026-11-20T14:30:00Z']);
  });

  const until = (oldest: string, newest: string): Catalog => ({
    ...shop,
    logs: { ...shop.logs, oldest, newest },
    spans: { ...shop.spans, oldest, newest },
  });

  test('end with data that has ended', () => {
    const catalog = until('2026-11-01T00:00:00Z', '2026-11-02T08:00:00Z');
    expect(windows('is anything broken?', {}, catalog).slice(2)).toEqual([
      '2026-11-02T07:45:00.001Z',
      '2026-11-02T08:00:00.001Z',
    ]);
  });

  const HALVES = ['2026-11-20T14:26:00Z', '2026-11-20T14:28:00Z', '2026-11-20T14:28:00Z', '2026-11-20T14:30:00Z'];
  test.each([
    ['is anything broken?', {}],
    ['what changed in the last hour?', {}],
    ['is anything broken?', { window: { from: '2026-11-20T14:00:00Z', to: '2026-11-20T14:30:00Z' } }],
  ])('are the halves of data that is younger than both, or began within them: %s %j', (question, more) => {
    expect(windows(question, more, until('2026-11-20T14:26:00Z', '2026-11-20T14:29:59Z'))).toEqual(HALVES);
  });

  test('are those that were said where the data began within the one before', () => {
    const catalog = until('2026-11-20T13:00:00Z', '2026-11-20T14:29:59Z');
    expect(windows('what changed in the last hour?', {}, catalog)[0]).toBe('2026-11-20T12:30:00Z');
  });
});

describe('the subject', () => {
  test('is in every query, by the name that each data set has for it', () => {
    const { title, parts } = ask('why is checkout slow?');
    expect(title).toMatch(/^What is slow in checkout, /);
    for (const { query, dataset } of parts)
      expect(query).toContain(dataset === 'logs' ? "$l.subsystemname == 'checkout'" : "$l.serviceName == 'checkout'");
  });

  test('of one data set leaves the other out', () => {
    const { parts } = ask('why are there errors in eu-west-1?');
    expect(new Set(parts.map(({ dataset }) => dataset))).toEqual(new Set(['logs']));
    for (const { query } of parts) expect(query).toContain("$d.region == 'eu-west-1'");
  });

  test('that nothing is called is told, and everything is looked at', () => {
    const { ignored, parts } = ask('why is the zorbinator slow?');
    expect(ignored).toEqual(['zorbinator']);
    for (const { query } of parts) expect(query).not.toContain('zorbinator');
  });

  test('in quotes stays one literal', () => {
    const { parts } = ask('why is checkout slow for path:"/x\' || true | limit 0 //"?');
    for (const { query } of parts) expect(parse(query).diagnostics).toEqual([]);
  });
});

describe('the parts', () => {
  const bundles = ASKED.flatMap(([question]) => [shop, ownSystem].map((catalog) => ask(question, catalog)));

  test('are few, each with an id of its own', () => {
    for (const { parts } of bundles) {
      expect(parts.length).toBeGreaterThan(2);
      expect(parts.length).toBeLessThanOrEqual(BUNDLE_PARTS_MAX);
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    }
  });

  test('have queries that are canonical, check without a word, compile, and can be asked as a question', () => {
    for (const { parts } of bundles)
      for (const { query } of parts) {
        const parsed = parse(query);
        const checked = check(parsed);
        expect([parsed.diagnostics, checked.diagnostics]).toEqual([[], []]);
        expect(printQuery(parsed.query)).toBe(query);
        expect(query.length).toBeLessThanOrEqual(USER_INPUT_CHARS_MAX);
        expect(classifyQuestion(query).kind).toBe('dataprime');
        const timeRange = { fromNanos: 0n, toNanos: 1n };
        const compiled =
          checked.query && compile(plan(checked.query), otelStorage, { nowNanos: NOW_NANOS, timeRange, rowsMax: 100 });
        expect(compiled?.ok).toBe(true);
      }
  });

  test('take attributes with a few values, and none by which records are told apart', () => {
    const query = ask('why is checkout slow?').parts.find(({ kind }) => kind === 'attributes')?.query ?? '';
    for (const attribute of ['$l.operationName', "$d.tags['http.method']", "$d.tags['db.system']"])
      expect(query).toContain(`(${attribute})`);
    for (const attribute of ['traceID', 'spanID', 'parentId', 'serviceName'])
      expect(query).not.toContain(`.${attribute})`);
  });

  const GOLDEN = new URL('../golden/triage.txt', import.meta.url);

  test('are those of golden/triage.txt', () => {
    const shown = ['is anything broken?', 'why is checkout slow?', 'what changed in the last hour?']
      .map((question) => {
        const { title, parts } = ask(question);
        return `${question}\n${title}\n${parts.map(({ id, query }) => `  ${id}\n    ${query}\n`).join('')}`;
      })
      .join('\n');
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, shown);
    expect(existsSync(GOLDEN), 'UPDATE_GOLDEN=1 writes it').toBe(true);
    expect(shown).toBe(readFileSync(GOLDEN, 'utf8'));
  });
});
