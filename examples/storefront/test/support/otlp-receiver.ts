import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** What is looked at of a span that was sent. */
export interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty at a root. */
  readonly parentId: string;
  /** Text attributes of the resource. */
  readonly resource: Readonly<Record<string, string>>;
}

export interface OtlpReceiver {
  readonly url: string;
  readonly spans: SentSpan[];
  close(): void;
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

/** The parts of a protobuf message that have a length, by the number of their field. Numbers are passed over. */
const parts = (message: Buffer, number: number): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = 0; at < message.length; ) {
    const tag = varint(message, at);
    const wire = tag.value % 8;
    if (wire === 1 || wire === 5) at = tag.next + (wire === 1 ? 8 : 4);
    else {
      const { value, next } = varint(message, tag.next);
      at = wire === 2 ? next + value : next;
      if (wire === 2 && Math.floor(tag.value / 8) === number) found.push(message.subarray(next, at));
    }
  }
  return found;
};
const text = (message: Buffer, number: number): string => parts(message, number)[0]?.toString() ?? '';
const hex = (message: Buffer, number: number): string => parts(message, number)[0]?.toString('hex') ?? '';

const attributesOf = (resource: Buffer): Record<string, string> =>
  Object.fromEntries(parts(resource, 1).map((pair) => [text(pair, 1), text(parts(pair, 2)[0] ?? Buffer.alloc(0), 1)]));

/** The spans of an `ExportTraceServiceRequest`. */
const spansOf = (request: Buffer): readonly SentSpan[] =>
  parts(request, 1).flatMap((ofResource) => {
    const resource = attributesOf(parts(ofResource, 1)[0] ?? Buffer.alloc(0));
    return parts(ofResource, 2)
      .flatMap((ofScope) => parts(ofScope, 2))
      .map((span) => ({
        name: text(span, 5),
        traceId: hex(span, 1),
        spanId: hex(span, 2),
        parentId: hex(span, 4),
        resource,
      }));
  });

/** Takes OTLP over HTTP as a collector does, and keeps the spans. */
export const startOtlpReceiver = async (): Promise<OtlpReceiver> => {
  const spans: SentSpan[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
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
