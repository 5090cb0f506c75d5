import { InMemoryLogRecordExporter, type ReadableLogRecord, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from './settings.ts';
import { shutdownTelemetry, startTelemetry } from './telemetry.ts';

export interface CapturedTelemetry {
  /** Spans that ended so far, in the order they ended. */
  spans(): readonly ReadableSpan[];
  logs(): readonly ReadableLogRecord[];
  clear(): void;
  stop(): Promise<void>;
}

/** The real SDK with its ends in memory, for tests that read back what a process would send. */
export const captureTelemetry = (settings: Partial<TelemetrySettings> = {}): CapturedTelemetry => {
  const spans = new InMemorySpanExporter();
  const logs = new InMemoryLogRecordExporter();
  const started = startTelemetry(
    {
      serviceName: 'test',
      resource: {},
      sampler: 'parentbased_always_on',
      samplerRatio: 1,
      targets: [],
      metricsIntervalMs: 60_000,
      debug: false,
      ...settings,
    },
    {
      spans: [new SimpleSpanProcessor({ exporter: spans })],
      logs: [new SimpleLogRecordProcessor({ exporter: logs })],
    },
  );
  if (!started) throw new Error('expected telemetry to be off, found it started');
  return {
    spans: () => spans.getFinishedSpans(),
    logs: () => logs.getFinishedLogRecords(),
    clear: () => {
      spans.reset();
      logs.reset();
    },
    stop: async () => void (await shutdownTelemetry(1_000)),
  };
};
