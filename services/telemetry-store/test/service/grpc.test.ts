import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runService, type ServiceProcess } from '../support/run-service.ts';

let dir: string;
let service: ServiceProcess | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-grpc-'));
});
afterEach(async () => {
  await service?.kill();
  await rm(dir, { recursive: true, force: true });
});

const counted = async (url = ''): Promise<unknown> => {
  const answer = await fetch(`${url}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: "source spans last 1h | filter $l.serviceName == 'by-grpc' | count" }),
  });
  return ((await answer.json()) as { rows: { $d: unknown }[] }).rows[0]?.$d;
};

test('what was acknowledged over gRPC is seen by a query, also after the store was killed, and is told to nobody', {
  timeout: 60_000,
}, async () => {
  service = await runService(dir);
  const linesBefore = service.lines.length;
  const exporter = new OTLPTraceExporter({ url: service.grpcUrl, compression: CompressionAlgorithm.GZIP });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'by-grpc' }),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('test');
  for (let i = 0; i < 20; i++) tracer.startSpan(`work ${i}`).end();
  await provider.forceFlush();
  expect(service.lines.length).toBe(linesBefore);
  // Nobody has asked yet: the rows are in the log, as the messages that came.
  await service.kill();
  await provider.shutdown();
  service = await runService(dir);
  expect(service.lines.some((line) => line.includes('replayed the write-ahead log'))).toBe(true);
  expect(await counted(service.url)).toEqual({ _count: 20 });
  expect(await service.stop()).toBe(0);
});
