import type { TraceResponse, TraceSpan } from '@clearspan/contracts';
import { expect, test } from 'vitest';
import { outlineTrace } from '../../src/mcp/trace-outline.ts';

const span = (
  span_id: string,
  parent_id: string | null,
  startMs: number,
  ms: number,
  status: TraceSpan['status'] = 'unset',
): TraceSpan => ({
  trace_id: 't',
  span_id,
  parent_id,
  service: 's',
  name: span_id,
  kind: 'internal',
  start: new Date(startMs).toISOString(),
  duration_us: ms * 1_000,
  status,
  status_message: '',
  attributes: {},
  resource: {},
  scope: '',
  events: [],
  links: [],
});

const trace = (spans: TraceSpan[]): TraceResponse => ({
  trace_id: 't',
  spans,
  services: ['s'],
  start: spans[0]?.start ?? '',
  duration_us: 0,
  complete: true,
  truncated: false,
});

const shown = (spans: TraceSpan[], max = 100): string[] =>
  outlineTrace(trace(spans), max).spans.map(
    ({ span, depth, selfMs }) => `${'.'.repeat(depth)}${span.span_id} ${selfMs}`,
  );

test('time of its own is what no child covers, overlapping ones once, and none beyond the span', () => {
  expect(
    shown([
      span('root', null, 0, 100),
      span('a', 'root', 10, 30),
      span('b', 'root', 20, 40),
      span('late', 'root', 90, 50),
    ]),
  ).toEqual(['root 40', '.a 30', '.b 40', '.late 50']);
});

test('a span whose parent is not there stands by itself', () => {
  expect(shown([span('root', null, 0, 10), span('lost', 'gone', 1, 2), span('under', 'lost', 1, 1)])).toEqual([
    'root 10',
    'lost 1',
    '.under 1',
  ]);
});

test('of many spans the failed and the longest are kept, with what called them', () => {
  const many = Array.from({ length: 50 }, (_, n) => span(`n${n}`, 'root', n, 1));
  const spans = [
    span('root', null, 0, 100),
    span('mid', 'root', 1, 2),
    span('bad', 'mid', 2, 0.5, 'error'),
    span('slow', 'root', 3, 90),
    ...many,
  ];
  const outline = outlineTrace(trace(spans), 4);
  expect(outline.spans.map(({ span }) => span.span_id)).toEqual(['root', 'mid', 'bad', 'slow']);
  expect(outline).toMatchObject({ leftOut: 50, errors: 1 });
});

test('spans that are their own ancestors, or have one id, are shown once and end', () => {
  const outline = outlineTrace(
    trace([span('root', null, 0, 1), span('self', 'self', 0, 1), span('root', null, 0, 1)]),
    10,
  );
  expect(outline.spans.map(({ span }) => span.span_id).toSorted()).toEqual(['root', 'root', 'self']);
  expect(outlineTrace(trace([span('a', 'b', 0, 1), span('b', 'a', 0, 1)]), 1)).toMatchObject({ leftOut: 2 });
});

test('a deep trace of ten thousand spans is outlined', () => {
  const deep = Array.from({ length: 10_000 }, (_, n) => span(`n${n}`, n === 0 ? null : `n${n - 1}`, 0, 10_000 - n));
  const outline = outlineTrace(trace(deep), 60);
  expect(outline.spans).toHaveLength(60);
  expect(outline.leftOut).toBe(9_940);
});
