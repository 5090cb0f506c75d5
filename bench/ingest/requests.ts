import { otlpJsonToProtobuf } from '@clearspan/telemetry-store';

export type Kind = 'traces' | 'logs';

/** Records of one request: what an SDK or a Collector sends at once. */
export const RECORDS_PER_REQUEST = 500;

const SERVICES = ['gateway', 'cart', 'checkout', 'payments', 'catalog', 'mailer', 'search', 'accounts'];
const ROUTES = ['/', '/cart', '/cart/{id}', '/checkout', '/products', '/products/{id}', '/search', '/login'];
const MESSAGES = ['order paid', 'cache missed', 'user signed in', 'connection returned to pool', 'retrying the call'];

const text = (key: string, stringValue: string): object => ({ key, value: { stringValue } });
const int = (key: string, intValue: number): object => ({ key, value: { intValue } });

/** Numbers below 2^32 that are the same in every run. */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
};
const hex = (next: () => number, digits: number): string =>
  Array.from({ length: digits / 8 }, () => next().toString(16).padStart(8, '0')).join('');

const attributesOf = (next: () => number, route: string): object[] => [
  text('http.request.method', 'GET'),
  text('http.route', route),
  text('url.path', route.replace('{id}', String(next() % 100_000))),
  int('http.response.status_code', next() % 50 === 0 ? 500 : 200),
  text('server.address', 'shop.example.com'),
  text('user_agent.original', 'Mozilla/5.0 (X11; Linux x86_64)'),
  { key: 'cache.hit', value: { boolValue: next() % 2 === 0 } },
  { key: 'ratio', value: { doubleValue: (next() % 1_000) / 1_000 } },
];

/** Spans that one service has of a trace, which stand in one request. */
const SPANS_OF_TRACE = 4;

interface TraceIds {
  readonly traceId: string;
  /** Of the span that the others of the trace are below. */
  readonly first: string;
}

const span = (next: () => number, atNanos: bigint, { traceId, first }: TraceIds, place: number): object => {
  const route = ROUTES[next() % ROUTES.length] ?? '/';
  return {
    traceId,
    spanId: place === 0 ? first : hex(next, 16),
    // Half of the services are where a trace begins.
    ...(place > 0 ? { parentSpanId: first } : next() % 2 === 0 ? {} : { parentSpanId: hex(next, 16) }),
    name: `GET ${route}`,
    kind: 1 + (next() % 3),
    startTimeUnixNano: String(atNanos),
    endTimeUnixNano: String(atNanos + BigInt(next() % 400_000_000)),
    status: { code: next() % 50 === 0 ? 2 : 0 },
    attributes: attributesOf(next, route),
  };
};

const record = (next: () => number, atNanos: bigint): object => ({
  timeUnixNano: String(atNanos),
  severityNumber: next() % 50 === 0 ? 17 : 9,
  severityText: 'INFO',
  body: { stringValue: `${MESSAGES[next() % MESSAGES.length] ?? ''} ${next() % 10_000} in ${next() % 900} ms` },
  traceId: hex(next, 32),
  spanId: hex(next, 16),
  attributes: attributesOf(next, ROUTES[next() % ROUTES.length] ?? '/'),
});

/** Bodies of requests in JSON, the same in every run but for their times, which end at `endMs`. */
export const jsonRequests = (kind: Kind, count: number, endMs: number): readonly string[] =>
  Array.from({ length: count }, (_, request) => {
    const next = numbers(request + 1);
    const service = SERVICES[request % SERVICES.length] ?? '';
    const resource = { attributes: [text('service.name', service), text('host.name', `host-${request % 20}`)] };
    let ids: TraceIds = { traceId: '', first: '' };
    const records = Array.from({ length: RECORDS_PER_REQUEST }, (_, at) => {
      const back = (count - request) * RECORDS_PER_REQUEST - at;
      const atNanos = BigInt(endMs) * 1_000_000n - BigInt(back) * 20_000n;
      if (kind === 'logs') return record(next, atNanos);
      const place = at % SPANS_OF_TRACE;
      if (place === 0) ids = { traceId: hex(next, 32), first: hex(next, 16) };
      return span(next, atNanos, ids, place);
    });
    return JSON.stringify(
      kind === 'traces'
        ? { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'http' }, spans: records }] }] }
        : { resourceLogs: [{ resource, scopeLogs: [{ scope: { name: 'app' }, logRecords: records }] }] },
    );
  });

export const asProtobuf = (kind: Kind, json: string): Uint8Array => {
  const made = otlpJsonToProtobuf(kind, json);
  if (!made.ok) throw new Error(made.error.message);
  return made.body;
};
