import { createRowBatch, decodeOtlp, type Signal } from '@clearspan/telemetry-store';

/** What a file holds. */
export type Content =
  | {
      readonly kind: 'lines';
      /** What its first line is of. */
      readonly signal: Signal;
      readonly signalOf: (line: Buffer) => Signal;
    }
  /** One OTLP request, written over several lines. */
  | { readonly kind: 'json-request'; readonly signal: Signal }
  /** One OTLP request; null where the command line does not say of what. */
  | { readonly kind: 'protobuf-request'; readonly signal: Signal | null };

const SIGNALS: Readonly<Record<string, Signal>> = { Logs: 'logs', Spans: 'traces', Metrics: 'metrics' };
const REQUEST = /^\s*\{\s*"resource(Logs|Spans|Metrics)"\s*:/;
/** Where the key of a request stands, when it stands first. */
const KEY_BYTES_MAX = 200;
/** The first tag of every request: field 1, a message. */
const REQUEST_TAG = 0x0a;
const BOM = /^\uFEFF/;

const requestSignal = (text: string): Signal | null => SIGNALS[REQUEST.exec(text)?.[1] ?? ''] ?? null;

/** Text has no control characters but white space and the escapes of terminals. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27]);
const isText = (bytes: Buffer): boolean => bytes.every((byte) => byte >= 32 || TEXT_CONTROLS.has(byte));

const has = (tree: unknown, keys: readonly string[]): boolean =>
  typeof tree === 'object' && tree !== null && keys.some((key) => key in tree);

/** An envelope of a span has what no log record has. */
const isSpanEnvelope = (line: string): boolean => {
  try {
    const { $m, $l, $d } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return (
      ($m !== undefined || $d !== undefined) &&
      (has($m, ['duration', 'statusCode']) ||
        has($l, ['operationName', 'serviceName']) ||
        has($d, ['spanID', 'spanId']))
    );
  } catch {
    return false;
  }
};

/** Files of a Collector may hold requests of several signals, each in its line. */
const otlpLines = (first: Signal): ((line: Buffer) => Signal) => {
  let last = first;
  return (line) => (last = requestSignal(line.toString('latin1', 0, KEY_BYTES_MAX)) ?? last);
};

/** What a file holds, by its first bytes (unpacked) and by what the command line says of it. */
export const recognise = (start: Buffer, said: Signal | null): Content => {
  if (start[0] === REQUEST_TAG && !isText(start)) return { kind: 'protobuf-request', signal: said };
  const text = start.toString('utf8').replace(BOM, '').trimStart();
  const newline = text.indexOf('\n');
  const line = (newline < 0 ? text : text.slice(0, newline)).trimEnd();
  const signal = requestSignal(text);
  if (signal !== null && newline >= 0 && !line.endsWith('}')) return { kind: 'json-request', signal: said ?? signal };
  if (said !== null) return { kind: 'lines', signal: said, signalOf: () => said };
  if (signal !== null) return { kind: 'lines', signal, signalOf: otlpLines(signal) };
  const found = isSpanEnvelope(line) ? 'traces' : 'logs';
  return { kind: 'lines', signal: found, signalOf: () => found };
};

/** What a request in protobuf is of: that of which it has most records; null where it has none of anything. */
export const signalOfRequest = (request: Uint8Array): Signal | null => {
  let best: { readonly signal: Signal; readonly records: number } | null = null;
  for (const signal of ['traces', 'logs', 'metrics'] as const) {
    const outcome = decodeOtlp(signal, 'protobuf', request, createRowBatch(), { receivedNanos: 1n, requestId: '' });
    const records = outcome.ok && outcome.rejected === 0 ? outcome.accepted : 0;
    if (records > (best?.records ?? 0)) best = { signal, records };
  }
  return best?.signal ?? null;
};
