import { otlpJsonToProtobuf, type Signal } from '@clearspan/telemetry-store';
import { expect, test } from 'vitest';
import { recognise, signalOfRequest } from '../../src/import/recognise.ts';

const shown = (content: string, said: Signal | null = null): unknown => {
  const { kind, signal } = recognise(Buffer.from(content), said);
  return [kind, signal];
};

test.each([
  ['', 'lines', 'logs'],
  ['\n\nplain text\n', 'lines', 'logs'],
  ['\x1b[31mred\x1b[0m\n', 'lines', 'logs'],
  ['{"msg":"x","duration":1}\n', 'lines', 'logs'],
  ['{"$m":{"severity":5},"$l":{"applicationname":"a"},"$d":{}}\n', 'lines', 'logs'],
  ['\uFEFF{"$m":{"duration":5},"$d":{}}\n', 'lines', 'traces'],
  ['{"$d":{"spanID":"a"},"$l":{}}\n', 'lines', 'traces'],
  ['{"resourceSpans":[]}\n{"resourceLogs":[]}\n', 'lines', 'traces'],
  ['{"resourceMetrics":[{"a":1', 'lines', 'metrics'],
  ['{\n  "resourceMetrics": [\n', 'json-request', 'metrics'],
  ['{"resourceLogs": [\n{', 'json-request', 'logs'],
  ['\n\x0a\x01\x02\x00', 'protobuf-request', null],
])('%j is %s of %s', (content, kind, signal) => {
  expect(shown(content)).toEqual([kind, signal]);
});

test('what the command line says goes before what the content looks like', () => {
  expect(shown('{"resourceSpans":[]}\n', 'logs')).toEqual(['lines', 'logs']);
  expect(shown('text', 'metrics')).toEqual(['lines', 'metrics']);
});

test('lines of several signals are told apart', () => {
  const content = recognise(Buffer.from('{"resourceSpans":[]}\n'), null);
  if (content.kind !== 'lines') throw new Error('expected lines');
  const lines = ['{"resourceSpans":[]}', ' { "resourceLogs" : []}', 'broken', '{"resourceMetrics":[]}'];
  expect(lines.map((line) => content.signalOf(Buffer.from(line)))).toEqual(['traces', 'logs', 'logs', 'metrics']);
});

test('what a request in protobuf is of', () => {
  const nanos = '1790000000000000000';
  const scopes = {
    traces: {
      resourceSpans: [
        { scopeSpans: [{ spans: [{ traceId: '1'.repeat(32), spanId: '2'.repeat(16), startTimeUnixNano: nanos }] }] },
      ],
    },
    logs: { resourceLogs: [{ scopeLogs: [{ logRecords: [{ timeUnixNano: nanos, body: { stringValue: 'x' } }] }] }] },
    metrics: {
      resourceMetrics: [
        {
          scopeMetrics: [
            { metrics: [{ name: 'a'.repeat(16), sum: { dataPoints: [{ timeUnixNano: nanos, asInt: 1 }] } }] },
          ],
        },
      ],
    },
  };
  for (const [signal, request] of Object.entries(scopes)) {
    const made = otlpJsonToProtobuf(signal as Signal, JSON.stringify(request));
    expect(signalOfRequest(made.ok ? made.body : new Uint8Array())).toBe(signal);
  }
  expect(signalOfRequest(new Uint8Array([1, 2, 3]))).toBeNull();
});
