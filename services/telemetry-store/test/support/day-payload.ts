import type { Signal } from '@clearspan/telemetry-store';

const RECORDS = 200;

const nanos = (ms: number): string => String(BigInt(ms) * 1_000_000n);
const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] };
const numbers = Array.from({ length: RECORDS }, (_, i) => i);
/** Does not compress to nothing: each day must weigh something. */
const noise = (i: number): string => (i * 2_654_435_761).toString(36).repeat(5);

const metric = (fromMs: number): object => ({
  name: 'depth',
  gauge: {
    dataPoints: numbers.map((i) => ({
      timeUnixNano: nanos(fromMs + i),
      asDouble: i / 3,
      exemplars: [{ timeUnixNano: nanos(fromMs + i), asDouble: i }],
    })),
  },
});

/** 200 records of a signal from a time on, a millisecond apart; OTLP as JSON. */
export const dayPayload = (signal: Signal, fromMs: number): string => {
  switch (signal) {
    case 'logs': {
      const logRecords = numbers.map((i) => ({ timeUnixNano: nanos(fromMs + i), body: { stringValue: noise(i) } }));
      return JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords }] }] });
    }
    case 'traces': {
      const spans = numbers.map((i) => ({
        traceId: (fromMs + i).toString(16).padStart(32, '0'),
        spanId: (i + 1).toString(16).padStart(16, '0'),
        name: noise(i),
        startTimeUnixNano: nanos(fromMs + i),
        endTimeUnixNano: nanos(fromMs + i + 1),
      }));
      return JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ spans }] }] });
    }
    case 'metrics':
      return JSON.stringify({ resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [metric(fromMs)] }] }] });
  }
};
