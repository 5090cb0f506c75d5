import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** What the trace tests look at of an exported span. */
export interface SeenSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string;
  /** 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number;
  readonly linkedSpanIds: readonly string[];
}

interface Field {
  readonly number: number;
  readonly bytes: Buffer;
  readonly value: number;
}

const varint = (bytes: Buffer, from: number): { value: number; next: number } => {
  let value = 0;
  let scale = 1;
  let next = from;
  for (;;) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next };
    scale *= 128;
  }
};

const EMPTY = Buffer.alloc(0);

/** The fields of a protobuf message, in order. Fixed-width numbers are passed over: no test looks at a time. */
const fields = (message: Buffer): readonly Field[] => {
  const found: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const tag = varint(message, at);
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    if (wire === 1 || wire === 5) at = tag.next + (wire === 1 ? 8 : 4);
    else {
      const { value, next } = varint(message, tag.next);
      at = wire === 2 ? next + value : next;
      found.push({ number, value, bytes: wire === 2 ? message.subarray(next, at) : EMPTY });
    }
  }
  return found;
};

const all = (message: Buffer, number: number): readonly Buffer[] =>
  fields(message)
    .filter((field) => field.number === number)
    .map(({ bytes }) => bytes);
const one = (message: Buffer, number: number): Buffer => all(message, number)[0] ?? EMPTY;

const serviceOf = (resource: Buffer): string => {
  const attribute = all(resource, 1).find((pair) => one(pair, 1).toString() === 'service.name');
  return attribute ? one(one(attribute, 2), 1).toString() : '';
};

const spanOf = (service: string, span: Buffer): SeenSpan => ({
  service,
  name: one(span, 5).toString(),
  traceId: one(span, 1).toString('hex'),
  spanId: one(span, 2).toString('hex'),
  parentId: one(span, 4).toString('hex'),
  kind: fields(span).find(({ number }) => number === 6)?.value ?? 0,
  linkedSpanIds: all(span, 13).map((link) => one(link, 2).toString('hex')),
});

/** The spans of an `ExportTraceServiceRequest`. */
const spansOf = (request: Buffer): readonly SeenSpan[] =>
  all(request, 1).flatMap((ofResource) => {
    const service = serviceOf(one(ofResource, 1));
    return all(ofResource, 2).flatMap((ofScope) => all(ofScope, 2).map((span) => spanOf(service, span)));
  });

export interface SpanReceiver {
  readonly url: string;
  readonly spans: SeenSpan[];
  close(): void;
}

/** Takes OTLP over HTTP as the telemetry store does, and keeps the spans. */
export const startSpanReceiver = async (): Promise<SpanReceiver> => {
  const spans: SeenSpan[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    if (request.url === '/v1/traces') spans.push(...spansOf(plain));
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  };
  const server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
