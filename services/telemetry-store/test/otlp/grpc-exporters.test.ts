import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-grpc';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-grpc';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GrpcParts, openGrpcParts } from '../support/grpc-parts.ts';
import { rowsOf } from '../support/open-parts.ts';

let grpc: GrpcParts;
beforeAll(async () => {
  grpc = await openGrpcParts();
});
afterAll(() => grpc?.close());

describe.each([CompressionAlgorithm.NONE, CompressionAlgorithm.GZIP])('the exporters of the SDK, %s', (compression) => {
  const service = `exported-${compression}`;
  const resource = resourceFromAttributes({ 'service.name': service });
  const target = (): { url: string; compression: CompressionAlgorithm } => ({ url: grpc.server.url, compression });

  test('spans', async () => {
    const exporter = new OTLPTraceExporter(target());
    const provider = new TracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    const tracer = provider.getTracer('test');
    for (let i = 0; i < 3; i++) tracer.startSpan(`work ${i}`).end();
    await provider.forceFlush();
    await provider.shutdown();
    expect(await grpc.rows('spans', service)).toBe(3);
    expect(grpc.received.at(-1)).toEqual(['traces', 'accepted', expect.any(Number)]);
  });

  test('log records', async () => {
    const exporter = new OTLPLogExporter(target());
    const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter })] });
    provider.getLogger('test').emit({ severityNumber: 17, body: 'no connection left in pool '.repeat(100) });
    await provider.forceFlush();
    await provider.shutdown();
    expect(await grpc.rows('logs', service)).toBe(1);
    expect(grpc.received.at(-1)).toEqual(['logs', 'accepted', 1]);
  });

  test('metrics', async () => {
    const exporter = new OTLPMetricExporter(target());
    const reader = new PeriodicExportingMetricReader({ exporter });
    const provider = new MeterProvider({ resource, readers: [reader] });
    provider.getMeter('test').createCounter(`sold.${compression}`).add(5);
    await provider.forceFlush();
    await provider.shutdown();
    await grpc.ingest.flushed(5_000);
    const sql = `SELECT count() > 0 FROM otel.metric_series WHERE metric = 'sold.${compression}'`;
    expect(await rowsOf(grpc.parts.store, sql)).toEqual([[1]]);
    expect(grpc.received.at(-1)).toEqual(['metrics', 'accepted', expect.any(Number)]);
  });
});
