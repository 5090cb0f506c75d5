const text = (key: string, value: string): object => ({ key, value: { stringValue: value } });
const resource = (service: string): object => ({ attributes: [text('service.name', service)] });
const nanos = (ms: number): string => String(BigInt(ms) * 1_000_000n);

export const traceIdOf = (n: number): string => n.toString(16).padStart(32, '0');

/** A request of each signal, by the path it is sent to. */
export const payloads = (service: string, n: number, atMs: number): Readonly<Record<string, object>> => ({
  '/v1/logs': {
    resourceLogs: [
      {
        resource: resource(service),
        scopeLogs: [
          {
            logRecords: [
              { timeUnixNano: nanos(atMs), severityNumber: 17, body: { stringValue: `line ${n}` } },
              { timeUnixNano: nanos(atMs + 1), severityNumber: 9, body: { stringValue: `{"user":{"id":${n}}}` } },
            ],
          },
        ],
      },
    ],
  },
  '/v1/traces': {
    resourceSpans: [
      {
        resource: resource(service),
        scopeSpans: [
          {
            spans: [1, 2].map((span) => ({
              traceId: traceIdOf(n),
              spanId: span.toString(16).padStart(16, '0'),
              ...(span === 1 ? {} : { parentSpanId: '1'.padStart(16, '0') }),
              name: `work ${span}`,
              startTimeUnixNano: nanos(atMs + span),
              endTimeUnixNano: nanos(atMs + span + n),
              attributes: [{ key: 'n', value: { intValue: String(n) } }],
            })),
          },
        ],
      },
    ],
  },
  '/v1/metrics': {
    resourceMetrics: [
      {
        resource: resource(service),
        scopeMetrics: [
          { metrics: [{ name: 'depth', gauge: { dataPoints: [{ timeUnixNano: nanos(atMs), asDouble: n + 0.5 }] } }] },
        ],
      },
    ],
  },
});

export const postJson = async (url: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${JSON.stringify(said)}`);
  return said;
};

/** As an exporter does: what the store has no room for now is sent again. */
const sendUntilTaken = async (url: string, body: object): Promise<void> => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  for (;;) {
    const answer = await fetch(url, request);
    const said = await answer.text();
    if (answer.ok) return;
    if (answer.status !== 503) throw new Error(`${url}: ${answer.status} ${said}`);
  }
};

/** Sends one request of each signal; all are acknowledged when it resolves. */
export const send = async (otlpUrl: string, service: string, n: number, atMs: number): Promise<void> => {
  for (const [path, body] of Object.entries(payloads(service, n, atMs)))
    await sendUntilTaken(`${otlpUrl}${path}`, body);
};
