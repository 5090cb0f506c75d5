import type { TraceResponse, TraceSpan } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { isoNanos, waterfall } from '../src/trace/waterfall.ts';

const span = (id: string, parent: string | null, startUs: number, durationUs: number): TraceSpan => ({
  trace_id: 't',
  span_id: id,
  parent_id: parent,
  service: 's',
  name: id,
  kind: 'internal',
  start: `2026-01-31T12:00:00.${String(startUs).padStart(6, '0')}000Z`,
  duration_us: durationUs,
  status: 'unset',
  status_message: '',
  attributes: {},
  resource: {},
  scope: '',
  events: [],
  links: [],
});

const trace = (...spans: readonly TraceSpan[]): TraceResponse => ({
  trace_id: 't',
  spans: [...spans],
  services: ['s'],
  start: spans[0]?.start ?? '',
  duration_us: 0,
  complete: true,
  truncated: false,
});

const drawn = (t: TraceResponse): string[] =>
  waterfall(t).map((r) => `${' '.repeat(r.depth)}${r.span.span_id}${r.orphan ? '?' : ''}`);

test('depth first, siblings by start', () => {
  expect(
    drawn(
      trace(
        span('late', 'root', 50, 10),
        span('root', null, 0, 100),
        span('early', 'root', 10, 10),
        span('leaf', 'early', 12, 3),
      ),
    ),
  ).toEqual(['root', ' early', '  leaf', ' late']);
});

test('a span without its parent stands outside and is marked', () => {
  expect(drawn(trace(span('root', null, 0, 10), span('lost', 'gone', 5, 2), span('under', 'lost', 6, 1)))).toEqual([
    'root',
    'lost?',
    ' under',
  ]);
});

test('rings of parents are cut: every span comes once', () => {
  const rows = drawn(trace(span('a', 'b', 0, 1), span('b', 'a', 1, 1), span('self', 'self', 2, 1)));
  expect(rows.map((r) => r.trim().replace('?', '')).toSorted()).toEqual(['a', 'b', 'self']);
});

test('places are shares of the whole, also where a child outlives its root', () => {
  const rows = waterfall(trace(span('root', null, 0, 100), span('child', 'root', 50, 150)));
  expect(rows.map((r) => [r.offset, r.length])).toEqual([
    [0, 0.5],
    [0.25, 0.75],
  ]);
});

test('an empty trace draws nothing', () => {
  expect(waterfall(trace())).toEqual([]);
});

test('times are exact to the nanosecond', () => {
  expect(isoNanos('1970-01-01T00:00:01.000000001Z')).toBe(1_000_000_001n);
  expect(isoNanos('1970-01-01T01:00:00+01:00')).toBe(0n);
});
