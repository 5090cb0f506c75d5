/**
 * Records decoded per CPU-second: OTLP protobuf to rows, and OTLP/JSON to protobuf, for spans and logs of the usual size.
 * `node packages/telemetry-store/bench/decode-rate.ts [runs]`. The kinds are interleaved, so that a busy machine slows
 * all of them alike; the median is the figure to compare, on the same machine only.
 */
import { batchBytes, clearBatch, createRowBatch, decodeOtlp, otlpJsonToProtobuf, type Signal } from '../src/index.ts';

const RECORDS = 5000;
const RUNS_DEFAULT = 15;
const START_NANOS = 1_790_000_000_000_000_000n;

const text = (key: string, stringValue: string): object => ({ key, value: { stringValue } });
const int = (key: string, intValue: number): object => ({ key, value: { intValue } });

const resource = {
  attributes: [text('service.name', 'checkout'), text('service.namespace', 'shop'), text('host.name', 'host-1')],
};
const idOf = (index: number, digits: number): string =>
  (index + 1).toString(16).padStart(8, '0').repeat(4).slice(0, digits);
const attributesOf = (index: number): object[] => [
  text('http.request.method', 'GET'),
  text('url.path', `/api/products/${index}`),
  int('http.response.status_code', 200),
  text('server.address', 'shop.example.com'),
  int('network.peer.port', 51_234),
  text('user_agent.original', 'Mozilla/5.0 (X11; Linux x86_64)'),
  { key: 'cache.hit', value: { boolValue: true } },
  { key: 'ratio', value: { doubleValue: index + 0.25 } },
];

const indexes = Array.from({ length: RECORDS }, (_, index) => index);
const spans = indexes.map((index) => ({
  traceId: idOf(index, 32),
  spanId: idOf(index, 16),
  parentSpanId: idOf(index, 16),
  name: 'GET /api/products/{id}',
  kind: 2,
  startTimeUnixNano: String(START_NANOS + BigInt(index) * 1_000_000n),
  endTimeUnixNano: String(START_NANOS + BigInt(index) * 1_000_000n + 123_456n),
  status: { code: index % 10 === 0 ? 2 : 0 },
  attributes: attributesOf(index),
}));
const logRecords = indexes.map((index) => ({
  timeUnixNano: String(START_NANOS + BigInt(index)),
  severityNumber: 9,
  severityText: 'INFO',
  body: { stringValue: `request ${index} took ${index % 90}ms for user user-${index}` },
  traceId: idOf(index, 32),
  spanId: idOf(index, 16),
  attributes: attributesOf(index),
}));

const JSON_OF: Readonly<Record<'traces' | 'logs', string>> = {
  traces: JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'http' }, spans }] }] }),
  logs: JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ scope: { name: 'app' }, logRecords }] }] }),
};

const toProtobuf = (signal: Signal, json: string): Uint8Array => {
  const transcoded = otlpJsonToProtobuf(signal, json);
  if (!transcoded.ok) throw new Error(transcoded.error.message);
  return transcoded.body;
};

const batch = createRowBatch();
const decode = (signal: Signal, body: Uint8Array): void => {
  clearBatch(batch);
  const outcome = decodeOtlp(signal, 'protobuf', body, batch, { receivedNanos: START_NANOS, requestId: 'bench' });
  if (!outcome.ok || outcome.accepted !== RECORDS)
    throw new Error(`expected ${RECORDS} rows: ${JSON.stringify(outcome)}`);
};

const kinds = (['traces', 'logs'] as const).flatMap((signal) => {
  const json = JSON_OF[signal];
  const body = toProtobuf(signal, json);
  decode(signal, body);
  console.log(
    `${signal}: ${Math.round(body.length / RECORDS)} B protobuf, ${Math.round(json.length / RECORDS)} B JSON, ${Math.round(batchBytes(batch) / RECORDS)} B row`,
  );
  return [
    { name: `${signal}, protobuf to rows`, run: () => decode(signal, body), seconds: [] as number[] },
    { name: `${signal}, JSON to protobuf`, run: () => void toProtobuf(signal, json), seconds: [] as number[] },
  ];
});

const runs = Number(process.argv[2] ?? RUNS_DEFAULT);
for (let run = 0; run < runs; run++) {
  for (const kind of kinds) {
    const before = process.cpuUsage();
    kind.run();
    const { user, system } = process.cpuUsage(before);
    kind.seconds.push((user + system) / 1e6);
  }
}
const rate = (seconds: number | undefined): string => Math.round(RECORDS / (seconds ?? 0)).toLocaleString('en');
for (const { name, seconds } of kinds) {
  seconds.sort((a, b) => a - b);
  console.log(`${name}: median ${rate(seconds[seconds.length >> 1])}/s, best ${rate(seconds[0])}/s`);
}
