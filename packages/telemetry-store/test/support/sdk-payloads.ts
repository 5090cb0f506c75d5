import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import {
  JsonLogsSerializer,
  JsonMetricsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, AggregationType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Signal } from '../../src/index.ts';

/** One request in both encodings, written by the serializers that real services use. */
export interface Payload {
  readonly protobuf: Uint8Array;
  readonly json: Uint8Array;
}

const resource = resourceFromAttributes({
  'service.name': 'checkout',
  'service.namespace': 'shop',
  'host.name': 'host-1',
  'process.pid': 4711,
});

const both = (protobuf: Uint8Array | undefined, json: Uint8Array | undefined): Payload => {
  if (protobuf === undefined || json === undefined) throw new Error('expected serialized bytes, found none');
  return { protobuf, json };
};

const traces = (): Payload => {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const tracer = provider.getTracer('test-scope', '1.2.3');
  const root = tracer.startSpan('GET /cart', { kind: SpanKind.SERVER, startTime: [1_790_000_000, 123_456_789] });
  root.setAttributes({
    'http.request.method': 'GET',
    'http.response.status_code': 500,
    ratio: 0.25,
    'cache.hit': false,
    tags: ['a', 'b'],
    'größe.名前': 'ä\n"x"',
    empty: '',
    big: Number.MAX_SAFE_INTEGER,
    negative: -5,
  });
  root.addEvent('exception', { 'exception.message': 'boom', 'exception.escaped': true }, [1_790_000_000, 200_000_000]);
  root.addEvent('retry', [1_790_000_000, 300_000_000]);
  root.addLink({
    context: { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: TraceFlags.SAMPLED },
    attributes: { why: 'batch', n: 3 },
  });
  root.setStatus({ code: SpanStatusCode.ERROR, message: 'no stock' });
  const child = tracer.startSpan(
    'SELECT carts',
    { kind: SpanKind.CLIENT, startTime: [1_790_000_000, 150_000_000] },
    trace.setSpan(ROOT_CONTEXT, root),
  );
  child.setStatus({ code: SpanStatusCode.OK });
  child.end([1_790_000_000, 160_000_000]);
  root.end([1_790_000_001, 23_456_789]);
  const spans = exporter.getFinishedSpans();
  return both(ProtobufTraceSerializer.serializeRequest(spans), JsonTraceSerializer.serializeRequest(spans));
};

const logs = (): Payload => {
  const exporter = new InMemoryLogRecordExporter();
  const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter })] });
  const logger = provider.getLogger('test-logger', '0.1.0');
  logger.emit({
    timestamp: [1_790_000_000, 1_000_001],
    severityNumber: 13,
    severityText: 'WARN',
    body: 'payment took 12ms',
    attributes: { 'user.id': 'u-1', attempt: 2, ok: true, list: [1, 2], nested: { a: { 'b.c': 1.5 } } },
  });
  logger.emit({ timestamp: [1_790_000_000, 2], severityNumber: 17, body: { event: 'failed', cause: { code: 7 } } });
  logger.emit({ timestamp: [1_790_000_000, 3], eventName: 'started', body: '{"msg":"as text","n":9007199254740993}' });
  const records = exporter.getFinishedLogRecords();
  return both(ProtobufLogsSerializer.serializeRequest(records), JsonLogsSerializer.serializeRequest(records));
};

class TestReader extends MetricReader {
  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }
  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
}

const metrics = async (): Promise<Payload> => {
  const reader = new TestReader({ aggregationTemporalitySelector: () => AggregationTemporality.CUMULATIVE });
  const exponential = {
    instrumentName: 'sizes',
    aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM },
  } as const;
  const provider = new MeterProvider({ resource, readers: [reader], views: [exponential] });
  const meter = provider.getMeter('test-meter');
  meter.createCounter('requests', { unit: '1', description: 'served' }).add(5, { route: '/cart', code: 200 });
  meter.createUpDownCounter('open').add(-3);
  meter.createObservableGauge('load').addCallback((result) => result.observe(0.75, { cpu: '0' }));
  const histogram = meter.createHistogram('latency', { advice: { explicitBucketBoundaries: [1, 10, 100] } });
  for (const value of [0.5, 5, 50, 500]) histogram.record(value, { route: '/cart' });
  const sizes = meter.createHistogram('sizes');
  for (const value of [1, 2, 4, 1000]) sizes.record(value);
  const { resourceMetrics } = await reader.collect();
  return both(
    ProtobufMetricsSerializer.serializeRequest(resourceMetrics),
    JsonMetricsSerializer.serializeRequest(resourceMetrics),
  );
};

export const sdkPayloads = async (): Promise<Readonly<Record<Signal, Payload>>> => ({
  traces: traces(),
  logs: logs(),
  metrics: await metrics(),
});
