import { otlpJsonToProtobuf, type Signal } from '@clearspan/telemetry-store';

const START_NANOS = 1_790_000_000_000_000_000n;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
const text = (key: string, value: string): object => ({ key, value: { stringValue: value } });
const resource = (service: string): object => ({
  attributes: [text('service.name', service), text('service.namespace', 'shop')],
});

export interface SpanIds {
  readonly trace: number;
  readonly span: number;
  readonly parent?: number;
}

export const traceIdOf = (trace: number): string => hex(trace, 32);
export const spanIdOf = (span: number): string => hex(span, 16);

/** `ExportTraceServiceRequest` in JSON, one span per entry. */
export const tracesJson = (service: string, spans: readonly SpanIds[]): string =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: resource(service),
        scopeSpans: [
          {
            scope: { name: 'test' },
            spans: spans.map(({ trace, span, parent }) => ({
              traceId: traceIdOf(trace),
              spanId: spanIdOf(span),
              ...(parent === undefined ? {} : { parentSpanId: spanIdOf(parent) }),
              name: `work ${span}`,
              kind: 2,
              startTimeUnixNano: String(START_NANOS + BigInt(span) * 1_000_000n),
              endTimeUnixNano: String(START_NANOS + BigInt(span) * 1_000_000n + 5_500_000n),
              attributes: [
                text('http.route', '/api/cart'),
                { key: 'http.response.status_code', value: { intValue: '500' } },
                { key: 'cached', value: { boolValue: true } },
                { key: 'ratio', value: { doubleValue: 0.25 } },
                { key: 'hosts', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '2' }] } } },
              ],
              events: [
                {
                  timeUnixNano: String(START_NANOS),
                  name: 'retry',
                  attributes: [{ key: 'n', value: { intValue: '1' } }],
                },
              ],
              links: [{ traceId: traceIdOf(77), spanId: spanIdOf(78), attributes: [] }],
              status: { code: 2, message: 'it broke' },
            })),
          },
        ],
      },
    ],
  });

/** `ExportLogsServiceRequest` in JSON, one record per body. */
export const logsJson = (service: string, bodies: readonly string[]): string =>
  JSON.stringify({
    resourceLogs: [
      {
        resource: resource(service),
        scopeLogs: [
          {
            logRecords: bodies.map((body, i) => ({
              timeUnixNano: String(START_NANOS + BigInt(i) * 1_000n),
              severityNumber: 17,
              severityText: 'ERROR',
              body: { stringValue: body },
              attributes: [{ key: 'attempt', value: { intValue: String(i) } }],
            })),
          },
        ],
      },
    ],
  });

/** `ExportMetricsServiceRequest` in JSON, one point of a gauge per value. */
export const metricsJson = (service: string, metric: string, values: readonly number[]): string =>
  JSON.stringify({
    resourceMetrics: [
      {
        resource: resource(service),
        scopeMetrics: [
          {
            metrics: [
              {
                name: metric,
                gauge: { dataPoints: values.map((value) => ({ timeUnixNano: String(START_NANOS), asInt: value })) },
              },
            ],
          },
        ],
      },
    ],
  });

export const protobufOf = (signal: Signal, json: string): Uint8Array => {
  const made = otlpJsonToProtobuf(signal, json);
  if (!made.ok) throw new Error(made.error.message);
  return made.body;
};
