import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from './settings.ts';
import { shutdownTelemetry, startTelemetry } from './telemetry.ts';

export interface CapturedTelemetry {
  /** Spans that ended so far, in the order they ended. */
  spans(): readonly ReadableSpan[];
  logs(): readonly ReadableLogRecord[];
  clear(): void;
  stop(): Promise<void>;
}

/** The real pipeline with its ends in memory, for tests that read back what a process would send. */
export const captureTelemetry = (settings: Partial<TelemetrySettings> = {}): CapturedTelemetry => {
  let spans: ReadableSpan[] = [];
  let logs: ReadableLogRecord[] = [];
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
    { span: (span) => void spans.push(span), log: (record) => void logs.push(record) },
  );
  if (!started) throw new Error('expected telemetry to be off, found it started');
  return {
    spans: () => spans,
    logs: () => logs,
    clear: () => {
      spans = [];
      logs = [];
    },
    stop: async () => void (await shutdownTelemetry(1_000)),
  };
};
