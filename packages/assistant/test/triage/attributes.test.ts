import type { Bundle, BundlePart, QueryResult } from '@clearspan/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice } from '../../eval/worlds/seeded.ts';
import { readBundle } from '../../src/index.ts';
import { findingOf } from './part-of.ts';

const part: BundlePart = {
  id: 'attributes',
  kind: 'attributes',
  dataset: 'spans',
  compared: 'slow',
  title: 'What sets slow calls apart',
  query: 'source spans',
};
const bundle: Bundle = {
  title: '',
  symptom: 'slow',
  window: { from: '2026-11-20T14:15:00Z', to: '2026-11-20T14:30:00Z' },
  previous: { from: '2026-11-20T14:00:00Z', to: '2026-11-20T14:15:00Z' },
  ignored: [],
  parts: [part],
};

interface Value {
  readonly attribute: string;
  readonly value: string;
  readonly slow: number;
  readonly other: number;
}

/** As the store answers `multigroupby`: each row has the value of its own grouping only. */
const resultOf = (values: readonly Value[], slow: number, other: number): QueryResult => {
  const names = ['kind', ...new Set(values.map(({ attribute }) => attribute))];
  const row = (name: string, value: string, counts: { slow: number; other: number }) => ({
    $d: {
      ...Object.fromEntries(names.map((one) => [one, one === name ? value : null])),
      slow: counts.slow,
      spans: counts.slow + counts.other,
    },
  });
  return {
    columns: [...names, 'slow', 'spans'].map((name) => ({
      name,
      path: ['$d', name],
      type: name === 'slow' || name === 'spans' ? 'number' : 'string',
    })),
    rows: [
      row('kind', 'SERVER', { slow, other }),
      ...values.map(({ attribute, value, ...counts }) => row(attribute, value, counts)),
    ],
    row_count: values.length + 1,
    truncated: false,
    scanned_rows: 0,
    scanned_bytes: 0,
    execution_time_ms: 0,
    warnings: [],
  };
};
const read = (values: readonly Value[], slow: number, other: number) =>
  findingOf(readBundle(bundle, [{ id: 'attributes', result: resultOf(values, slow, other) }]), 'attributes');

const TIMES_SLOW = 3;
const TIMES_OTHER = 40;
/** Attributes whose values are spread alike over slow and other spans, as many records in each. */
const evenly = (counts: readonly (readonly number[])[]): { values: readonly Value[]; slow: number; other: number } => {
  const most = Math.max(...counts.map((of) => of.reduce((a, b) => a + b, 0)));
  const values = counts.flatMap((of, at) =>
    of.map((count, which) => ({
      attribute: `attribute${at}`,
      value: `value${which}`,
      slow: count * TIMES_SLOW,
      other: count * TIMES_OTHER,
    })),
  );
  return { values, slow: most * TIMES_SLOW, other: most * TIMES_OTHER };
};
const spread = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 }), {
  minLength: 1,
  maxLength: 8,
});

describe('attributes of slow spans', () => {
  test('values that are spread alike are never told apart', () => {
    fc.assert(
      fc.property(spread, (counts) => {
        const { values, slow, other } = evenly(counts);
        const { rows, stands_out } = read(values, slow, other);
        expect([rows, stands_out]).toEqual([[], false]);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test('nor are values that are drawn from the same distribution', () => {
    const random = dice(5);
    for (let round = 0; round < 60; round += 1) {
      const counts = new Map<string, { slow: number; other: number }>();
      const [slow, other] = [random.between(5, 200), random.between(200, 3_000)];
      for (let at = 0; at < slow + other; at += 1)
        for (const attribute of ['a', 'b', 'c']) {
          const key = `${attribute}=${random.between(0, random.between(2, 9))}`;
          const count = counts.get(key) ?? { slow: 0, other: 0 };
          count[at < slow ? 'slow' : 'other'] += 1;
          counts.set(key, count);
        }
      const values = [...counts].map(([key, count]) => ({ attribute: key.charAt(0), value: key.slice(2), ...count }));
      expect(read(values, slow, other).rows).toEqual([]);
    }
  });

  test('a planted difference comes first, however the others are spread', () => {
    fc.assert(
      fc.property(
        spread,
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (counts, often, seldom) => {
          const { values, slow, other } = evenly(counts);
          fc.pre(slow >= 20);
          const planted = {
            attribute: 'planted',
            value: 'yes',
            slow: Math.round(slow * often),
            other: Math.floor(other * seldom),
          };
          const { rows, sentence, stands_out } = read([...values, planted], slow, other);
          expect(rows[0]?.slice(0, 2)).toEqual(['planted', 'yes']);
          expect(stands_out).toBe(true);
          expect(sentence).toMatch(
            /^Differs most in planted = 'yes': [\d,]+ of [\d,]+ \([\d.]+ %\) slow, [\d,]+ of [\d,]+ \(.+ %\) other\.$/,
          );
        },
      ),
      { numRuns: 200, seed: 9 },
    );
  });

  test('of two planted differences the greater one comes first', () => {
    const values = [
      { attribute: 'some', value: 'x', slow: 40, other: 100 },
      { attribute: 'most', value: 'y', slow: 90, other: 100 },
    ];
    expect(read(values, 100, 2_000).rows.map(([attribute]) => attribute)).toEqual(['most', 'some']);
  });

  test('too few slow spans are too few, whatever they have in common', () => {
    const { sentence, stands_out } = read([{ attribute: 'a', value: 'x', slow: 4, other: 0 }], 4, 900);
    expect([sentence, stands_out]).toEqual([
      'Too little data to compare: 4 slow, 900 other spans; 5 and 20 are needed.',
      false,
    ]);
  });
});
