/** What the doctor sends, marked so that it can be told from anything else: OTLP as JSON. */
export interface DoctorIds {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  /** Unique to this visit. */
  readonly visit: string;
  /** Nanoseconds since the epoch, as decimal digits. */
  readonly nowNanos: string;
}

const text = (key: string, value: string): object => ({ key, value: { stringValue: value } });

const resource = { attributes: [text('service.name', 'clearspan-doctor'), text('service.namespace', 'clearspan')] };
const scope = { name: 'clearspan.doctor' };

export const doctorSpan = (ids: DoctorIds): object => ({
  resourceSpans: [
    {
      resource,
      scopeSpans: [
        {
          scope,
          spans: [
            {
              traceId: ids.traceId,
              spanId: ids.spanId,
              name: 'doctor.visit',
              kind: 1,
              startTimeUnixNano: ids.nowNanos,
              endTimeUnixNano: String(BigInt(ids.nowNanos) + 1_000_000n),
              attributes: [text('doctor.visit', ids.visit)],
            },
          ],
        },
      ],
    },
  ],
});

export const doctorLog = (ids: DoctorIds): object => ({
  resourceLogs: [
    {
      resource,
      scopeLogs: [
        {
          scope,
          logRecords: [
            {
              timeUnixNano: ids.nowNanos,
              observedTimeUnixNano: ids.nowNanos,
              severityNumber: 9,
              severityText: 'INFO',
              body: { stringValue: `the doctor called (${ids.visit})` },
              attributes: [text('doctor.visit', ids.visit)],
              traceId: ids.traceId,
              spanId: ids.spanId,
            },
          ],
        },
      ],
    },
  ],
});

export const doctorMetric = (ids: DoctorIds): object => ({
  resourceMetrics: [
    {
      resource,
      scopeMetrics: [
        {
          scope,
          metrics: [
            {
              name: 'clearspan_doctor_visits',
              sum: {
                aggregationTemporality: 1,
                isMonotonic: true,
                dataPoints: [
                  {
                    asInt: '1',
                    startTimeUnixNano: ids.nowNanos,
                    timeUnixNano: String(BigInt(ids.nowNanos) + 1_000_000n),
                    attributes: [text('doctor.visit', ids.visit)],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
});
