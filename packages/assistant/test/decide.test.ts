import { describe, expect, test } from 'vitest';
import { type Answer, type InterpretInput, interpret } from '../src/index.ts';
import { metro } from './worlds/metro.ts';
import { ownSystem } from './worlds/own-system.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const ask = (question: string, more: Partial<InterpretInput> = {}): ReturnType<typeof interpret> =>
  interpret(question, { catalog: shop, nowNanos: NOW_NANOS, ...more });
const answer = (question: string, more: Partial<InterpretInput> = {}): Answer => {
  const got = ask(question, more);
  if (got.kind !== 'answer') throw new Error(`expected an answer, found ${got.kind}: ${got.message}`);
  return got;
};

describe('confidence', () => {
  test('a deed that no group of the question has is no mere description', () => {
    const got = interpret('riders denied per vendor', { catalog: metro, nowNanos: NOW_NANOS });
    expect(got.kind === 'answer' ? got.confidence : null).toBeLessThan(0.7);
  });

  test('an upper bound that everything is below is hardly what was meant', () => {
    expect(answer('requests of checkout faster than 1 hour').confidence).toBeLessThan(0.7);
    expect(answer('requests of checkout faster than 100 ms').confidence).toBeGreaterThan(0.8);
  });

  test('what is still running is not left out without a word', () => {
    expect(answer('requests of checkout still running').ignored).toEqual(['running']);
  });

  test('is high where every word is used', () => {
    expect(answer('errors in checkout in the last hour').confidence).toBeGreaterThan(0.9);
  });

  test('falls with a word that is not used, and names it', () => {
    const got = answer('errors in checkout in canary');
    expect(got.ignored).toEqual(['canary']);
    expect(got.interpretation).toContain('not used: "canary"');
    expect(got.confidence).toBeLessThan(answer('errors in checkout').confidence);
  });

  test('falls with a typo, and says how it was read', () => {
    const got = answer('erors in chekout');
    expect(got.assumptions).toContain('"chekout" is read as checkout');
    expect(got.confidence).toBeLessThan(answer('errors in checkout').confidence);
  });

  test('falls where another reading is close', () => {
    expect(answer('p95 latency of checkout').confidence).toBeLessThan(
      answer('p95 duration of spans of checkout').confidence,
    );
  });
});

describe('other readings', () => {
  test('offers the week from Monday to Monday beside the last seven days', () => {
    const got = answer('errors of checkout last week');
    expect(got.query).toContain('source logs last 7d');
    expect(got.alternatives[0]?.query).toContain("between @'2026-11-09T00:00:00Z' and @'2026-11-16T00:00:00Z'");
  });

  test('offers no other week where days are counted', () => {
    const got = answer('errors of checkout in the last 7 days');
    expect(got.alternatives.map(({ query }) => query).join(' ')).not.toContain('2026-11-09');
  });
});

describe('what an answer says', () => {
  test('times, fields behind roles, defaults and definitions', () => {
    expect(answer('error rate by service in the last hour').interpretation).toBe(
      'Computes the share of records (0 to 1) where severity ($m.severity) is ERROR over logs over the last 1h (2026-11-20T13:30:00Z to 2026-11-20T14:30:00Z), by service ($l.subsystemname), highest error_rate first (assumed: error rate is the share of records of severity ERROR).',
    );
  });

  test('a conversion of units', () => {
    expect(answer('spans longer than 500ms').assumptions).toContain('500 ms is 500000 us in the data');
  });

  test('that no time was said', () => {
    expect(answer('errors').interpretation).toContain("the caller's window");
    expect(
      answer('errors', { window: { from: '2026-11-20T00:00:00Z', to: '2026-11-20T12:00:00Z' } }).interpretation,
    ).toContain('the window given by the caller');
  });

  test('the other data set as an alternative', () => {
    expect(answer('average latency of checkout').alternatives.map(({ query }) => query)).toContain(
      "source logs | filter $l.subsystemname == 'checkout' | aggregate avg($d.duration_ms) as avg_duration_ms",
    );
  });

  test('the words that led to it', () => {
    expect(answer('please show me errors in checkout').keywords).toEqual(['errors', 'checkout']);
  });
});

describe('the caller', () => {
  test('gives the window that buckets are fitted to', () => {
    const window = { from: '2026-11-19T14:30:00Z', to: '2026-11-20T14:30:00Z' };
    expect(answer('errors over time', { window }).query).toContain('roundTime($m.timestamp, 30m)');
  });

  test("is what files hold where none is given: a series is divided by it, and said to be nobody's choice", () => {
    const extent = { from: '2026-11-19T14:30:00Z', to: '2026-11-20T14:30:00Z' };
    const { query, interpretation } = answer('errors over time', { extent });
    expect(query).toContain('roundTime($m.timestamp, 30m)');
    expect(interpretation).toContain("the caller's window, for no time was said");
  });

  test('may ask for an answer where a question would come back', () => {
    expect(ask('errors by flavour').kind).toBe('clarify');
    const got = answer('errors by flavour', { mode: 'permissive' });
    expect(got.query).toBe('source logs | filter $m.severity == ERROR');
    expect(got.ignored).toContain('flavour');
    expect(got.confidence).toBeLessThan(0.5);
  });
});

describe('questions back and refusals', () => {
  test('name what is missing and offer what is there', () => {
    const got = ask('errors by flavour');
    if (got.kind !== 'clarify') throw new Error(`expected clarify, found ${got.kind}`);
    expect(got.message).toBe('expected a field, found "flavour", which the logs do not have');
    expect(got.options).toContain('errors by service');
    for (const option of got.options) expect(ask(option).kind).toBe('answer');
  });

  test('a query with a mistake comes back with what is wrong and as it may have been meant', () => {
    const got = ask('source logs last 1h | cuont');
    if (got.kind !== 'clarify') throw new Error(`expected clarify, found ${got.kind}`);
    expect(got.message).toMatch(/unknown command `cuont`; did you mean `count`\?/);
    expect(got.options).toEqual(['source logs last 1h | count']);
  });

  test.each([shop, ownSystem])('every example is answerable', (catalog) => {
    for (const question of ['hello', 'why is it slow', 'is it healthy']) {
      const got = ask(question, { catalog });
      if (got.kind === 'answer') throw new Error('expected no answer');
      const offered = got.kind === 'refuse' ? got.examples : got.options;
      expect(offered.length).toBeGreaterThanOrEqual(3);
      for (const example of offered) expect(ask(example, { catalog })).toMatchObject({ kind: 'answer', ignored: [] });
    }
  });
});
