import { traceResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { findTrace } from '../../src/core/trace/find-trace.ts';
import { parseTraceId } from '../../src/core/trace/trace-sql.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';
import { type SpanIds, spanIdOf, traceIdOf, tracesJson } from '../support/otlp-payload.ts';

const TRACE_LIMITS = { spansMax: 10, ms: 5_000, memoryBytes: 200_000_000 };

let parts: Parts;
let ingest: Ingest;
beforeAll(async () => {
  parts = await openParts();
  ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits: LIMITS, log: listeningLog() });
});
afterAll(async () => {
  await ingest?.close();
  await parts?.close();
});

const send = async (service: string, spans: readonly SpanIds[]): Promise<void> => {
  const plain = Buffer.from(tracesJson(service, spans));
  await ingest.accept({
    signal: 'traces',
    encoding: 'json',
    compression: 'identity',
    receivedNanos: 1n,
    body: plain,
    plain,
  });
  await ingest.flushed(5_000);
};
const find = (trace: number): ReturnType<typeof findTrace> => findTrace(parts.store, traceIdOf(trace), TRACE_LIMITS);

test('a whole trace, with the types its attributes were sent with', async () => {
  await send('front', [{ trace: 1, span: 1 }]);
  await send('back', [{ trace: 1, span: 2, parent: 1 }]);
  const trace = traceResponse.parse(await find(1));
  expect(trace).toMatchObject({
    services: ['front', 'back'],
    complete: true,
    truncated: false,
    start: '2026-09-21T14:13:20.001000000Z',
    duration_us: 6_500,
  });
  expect(trace.spans.map(({ span_id, parent_id }) => [span_id, parent_id])).toEqual([
    [spanIdOf(1), null],
    [spanIdOf(2), spanIdOf(1)],
  ]);
  expect(trace.spans[0]).toEqual({
    trace_id: traceIdOf(1),
    span_id: spanIdOf(1),
    parent_id: null,
    service: 'front',
    name: 'work 1',
    kind: 'server',
    start: '2026-09-21T14:13:20.001000000Z',
    duration_us: 5_500,
    status: 'error',
    status_message: 'it broke',
    attributes: {
      'http.route': '/api/cart',
      'http.response.status_code': 500,
      cached: true,
      ratio: 0.25,
      hosts: ['a', 2],
    },
    resource: { 'service.name': 'front', 'service.namespace': 'shop' },
    scope: 'test',
    events: [{ time: '2026-09-21T14:13:20.000000000Z', name: 'retry', attributes: { n: 1 } }],
    links: [{ trace_id: traceIdOf(77), span_id: spanIdOf(78), attributes: {} }],
  });
});

test('spans that the list of traces has lost are found', async () => {
  await send('lost', [{ trace: 9, span: 1 }]);
  for (const { table, id } of await parts.store.partitions())
    if (table === 'traces') await parts.store.dropPartition(table, id);
  expect(await rowsOf(parts.store, 'SELECT count() FROM otel.traces')).toEqual([['0']]);
  expect((await find(9))?.services).toEqual(['lost']);
});

test('a span sent twice comes once', async () => {
  await send('twice', [{ trace: 2, span: 1 }]);
  await send('twice', [{ trace: 2, span: 1 }]);
  expect((await find(2))?.spans.length).toBe(1);
});

test('what is missing is said', async () => {
  await send('orphans', [
    { trace: 3, span: 2, parent: 1 },
    { trace: 3, span: 3, parent: 2 },
  ]);
  expect(await find(3)).toMatchObject({ complete: false, reason: 'the parent of 1 span was not received' });
  await send('ring', [
    { trace: 4, span: 2, parent: 3 },
    { trace: 4, span: 3, parent: 2 },
  ]);
  expect(await find(4)).toMatchObject({ complete: false, reason: 'no root span was received' });
  await send(
    'many',
    Array.from({ length: 12 }, (_, span) => ({ trace: 5, span: span + 1 })),
  );
  expect(await find(5)).toMatchObject({
    complete: false,
    truncated: true,
    reason: 'only the first 10 spans are returned',
  });
});

test('a trace that is not held is null', async () => {
  expect(await find(99)).toBeNull();
});

test('only 32 hexadecimal digits that are not all zero are a trace id', () => {
  expect(parseTraceId('ABCDEF0123456789abcdef0123456789')).toBe('abcdef0123456789abcdef0123456789');
  for (const text of ['', 'abc', '0'.repeat(32), `${'a'.repeat(31)}'`, 'a'.repeat(33), `${'a'.repeat(32)}\n`])
    expect(parseTraceId(text)).toBeNull();
});
