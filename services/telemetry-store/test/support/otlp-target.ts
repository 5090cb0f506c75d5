import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRowBatch, decodeOtlp, type Signal } from '@clearspan/telemetry-store';
import { inflateBody } from '../../src/core/inflate.ts';
import type { Compression } from '../../src/wal/record.ts';

export interface TargetRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** What it holds, by the decoder of the store. */
  readonly records: number;
  readonly plain: string;
}

export type TargetAnswer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Uint8Array }
  /** Never answered. */
  | 'silence';

/** Another endpoint of OTLP, which answers as a test says. */
export interface OtlpTarget {
  readonly url: string;
  /** All that came, whatever was answered. */
  readonly seen: readonly TargetRequest[];
  /** What was answered with 200. */
  readonly taken: readonly TargetRequest[];
  /** Resolves as soon as the condition holds, which is looked at after each request. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => Buffer.concat(await request.toArray());

const read = async (request: IncomingMessage): Promise<TargetRequest> => {
  const { url: path = '', headers } = request;
  const compression = (headers['content-encoding'] ?? 'identity') as Compression;
  const inflated = await inflateBody(await bodyOf(request), compression, 64_000_000);
  if (!inflated.ok) throw new Error(inflated.message);
  const encoding = headers['content-type'] === 'application/json' ? 'json' : 'protobuf';
  const outcome = decodeOtlp(path.split('/').at(-1) as Signal, encoding, inflated.plain, createRowBatch(), {
    receivedNanos: 1_790_000_000_000_000_000n,
    requestId: 'target',
    timeWindow: undefined,
    seriesSeen: new Set(),
  });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return { path, headers, records: outcome.accepted, plain: Buffer.from(inflated.plain).toString('latin1') };
};

/** `port` is that of a target that was there before. */
export const startTarget = async (
  answer: (request: TargetRequest, nth: number) => TargetAnswer = () => ({ status: 200 }),
  port = 0,
): Promise<OtlpTarget> => {
  const seen: TargetRequest[] = [];
  const taken: TargetRequest[] = [];
  const waiting: { readonly condition: () => boolean; readonly resolve: () => void }[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const came = await read(request);
    seen.push(came);
    const given = answer(came, seen.length);
    if (given !== 'silence') {
      if (given.status === 200) taken.push(came);
      response.writeHead(given.status, given.headers).end(given.body);
    }
    for (const { condition, resolve } of waiting) if (condition()) resolve();
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    taken,
    until: (condition) =>
      new Promise((resolve) => {
        if (condition()) resolve();
        else waiting.push({ condition, resolve });
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export const recordsOf = (requests: readonly TargetRequest[]): number =>
  requests.reduce((sum, { records }) => sum + records, 0);
