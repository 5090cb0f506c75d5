import type { Bundle, BundlePart, BundleResult, ColumnType } from '@clearspan/contracts';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../src/index.ts';
import { findingOf } from './part-of.ts';

type Row = Readonly<Record<string, string | number | null>>;

const part = (id: string, kind: BundlePart['kind'], more: Partial<BundlePart> = {}): BundlePart => ({
  id,
  kind,
  dataset: 'logs',
  title: id,
  query: 'source logs',
  ...more,
});
const bundle = (symptom: Bundle['symptom'], ...parts: readonly BundlePart[]): Bundle => ({
  title: '',
  symptom,
  window: { from: '2026-11-20T14:15:00Z', to: '2026-11-20T14:30:00Z' },
  previous: { from: '2026-11-20T14:00:00Z', to: '2026-11-20T14:15:00Z' },
  ignored: [],
  parts: [...parts],
});
const rows = (id: string, given: readonly Row[]): BundleResult => ({
  id,
  result: {
    columns: Object.keys(given[0] ?? {}).map((name) => ({ name, path: ['$d', name], type: 'unknown' as ColumnType })),
    rows: given.map((row) => ({ $d: { ...row } })),
    row_count: given.length,
    truncated: false,
    scanned_rows: 0,
    scanned_bytes: 0,
    execution_time_ms: 0,
    warnings: [],
  },
});
const plenty = rows('volume', [{ service: 'cart', now: 5_000, before: 5_000 }]);
const volume = part('volume', 'volume');

const readOne = (one: BundlePart, given: readonly Row[], symptom: Bundle['symptom'] = 'any') =>
  findingOf(readBundle(bundle(symptom, one, volume), [rows(one.id, given), plenty]), one.id);

describe('errors', () => {
  const errors = part('errors', 'errors');
  const counted = (now: number, before: number) => [{ service: 'cart', message: 'no stock', now, before }];

  test.each([
    [40, 4, true],
    [12, 0, true],
    [4, 0, false],
    [40, 35, false],
    [4, 40, false],
    [0, 0, false],
  ])('%i beside %i before: stands out is %s', (now, before, out) => {
    expect(readOne(errors, counted(now, before)).stands_out).toBe(out);
  });

  test('that are fewer are a change, too', () => {
    expect(readOne(errors, counted(4, 40), 'changed')).toMatchObject({
      stands_out: true,
      sentence: "Less frequent than before: 'no stock' in cart, 4 (40 before). Errors: 4 (40 before).",
    });
  });

  test('are told with the numbers of both windows', () => {
    const given = [...counted(40, 4), { service: 'pay', message: 'declined', now: 1_204, before: 1_190 }];
    const { sentence, rows: shown } = readOne(errors, given);
    expect(sentence).toBe(
      "More frequent than before: 'no stock' in cart, 40 (4 before). Errors: 1,244 (1,194 before).",
    );
    expect(shown.map((row) => row.slice(0, 4))).toEqual([
      ['cart', 'no stock', 40, 4],
      ['pay', 'declined', 1_204, 1_190],
    ]);
  });

  test('of which there are none are none', () => {
    expect(readOne(errors, []).sentence).toBe('Errors: 0 (0 before).');
  });

  test('are not compared with a time that has no data', () => {
    const read = readBundle(bundle('any', errors, volume), [
      rows('errors', counted(40, 0)),
      rows('volume', [{ service: 'cart', now: 5_000, before: 0 }]),
    ]);
    expect(findingOf(read, 'errors')).toMatchObject({
      stands_out: false,
      sentence:
        'Too little data to compare: 5,000 log lines in the window, 0 before, and 20 are needed in each. ' +
        "Errors: 40 (0 before); most 'no stock' in cart, 40 (0 before).",
    });
  });
});

describe('latency', () => {
  const latency = part('latency', 'latency', { dataset: 'spans', unit: 'us' });
  const operation = (now: Row, before: Row): readonly Row[] => [
    { service: 'cart', operation: 'GET /', period: 'now', ...now },
    { service: 'cart', operation: 'GET /', period: 'before', ...before },
  ];
  const calm = { calls: 100, median: 2_000, p95: 9_000, slow: 5 };

  test('that has risen is told with counts, median and p95', () => {
    const now = { calls: 120, median: 40_000, p95: 1_300_000, slow: 90 };
    expect(readOne(latency, operation(now, calm))).toMatchObject({
      stands_out: true,
      sentence:
        'Slower than before: GET / in cart, median 40 ms (2 ms before), p95 1.3 s (9 ms before), ' +
        '90 of 120 calls over the p95 of before (5 of 100 then); 1 operation compared.',
    });
  });

  test.each([
    ['no more calls are slow', { ...calm, slow: 6 }],
    ['they are slower by next to nothing', { calls: 120, median: 2_100, p95: 9_900, slow: 60 }],
    ['there are few calls', { calls: 5, median: 40_000, p95: 90_000, slow: 2 }],
  ])('does not stand out where %s', (_, now) => {
    expect(readOne(latency, operation(now, calm)).stands_out).toBe(false);
  });

  test('of an operation that is new has nothing to be compared with', () => {
    const alone = operation({ calls: 50, median: 1, p95: 2, slow: 0 }, calm).slice(0, 1);
    expect(readOne(latency, alone).sentence).toBe(
      'Too little data to compare: no operation has 5 calls in each window.',
    );
  });
});

describe('a bundle', () => {
  test('whose parts all failed says so of each', () => {
    const read = readBundle(bundle('any', volume), [{ id: 'volume', error: { code: 'TIMEOUT', message: 'too slow' } }]);
    expect([read.summary, read.parts[0]?.error]).toEqual([
      'No look gave an answer.',
      { code: 'TIMEOUT', message: 'too slow' },
    ]);
  });

  test('has what stands out first, and otherwise the order of the question', () => {
    const [first, second] = [part('first', 'errors'), part('second', 'errors')];
    const read = readBundle(bundle('any', first, second, volume), [
      rows('first', []),
      rows('second', [{ service: 'cart', message: 'no stock', now: 90, before: 0 }]),
      plenty,
    ]);
    expect(read.parts.map(({ id }) => id)).toEqual(['second', 'first', 'volume']);
    expect(read.summary).toBe('1 of 3 looks stands out: 5,000 log lines in the window, 5,000 before.');
  });

  test('never says why', () => {
    const told = readBundle(bundle('slow', part('errors', 'errors'), volume), [
      rows('errors', [{ service: 'cart', message: 'no stock', now: 90, before: 0 }]),
      plenty,
    ]);
    expect(JSON.stringify(told)).not.toMatch(/because|caused|due to|root cause/i);
  });
});
