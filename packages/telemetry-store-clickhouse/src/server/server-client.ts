import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { Settings } from '../engine/settings.ts';
import { storeError, storeErrorOf } from '../engine/store-error.ts';
import { askBeside, type TableBeside } from './ask-beside.ts';
import type { ServerAddress } from './server-address.ts';

export interface ServerRequest {
  readonly sql: string;
  readonly settings: Settings;
  /** The body of an insert. */
  readonly rows?: Uint8Array;
  /** A table that is sent beside a statement that reads. */
  readonly beside?: TableBeside;
  /** The server ends a statement by itself before this; then it is no longer waited for, and killed. */
  readonly giveUpMs: number;
  readonly resultBytesMax: number;
  readonly signal?: AbortSignal | undefined;
}

/** Statements by HTTP. Every one ends, with its result in JSONCompact or a `StoreError`. */
export interface ServerClient {
  run(request: ServerRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface ServerClientParts {
  readonly address: ServerAddress;
  readonly connectionsMax: number;
  /** Asks the server to end a statement that nobody waits for any more. */
  readonly kill: (queryId: string) => Promise<void>;
  /** A call did not reach the server. */
  readonly lost: (error: Error) => void;
}

/** The client has a limit of its own for silence; ours is that of each statement. */
const SILENCE_MS_MAX = 24 * 3_600_000;

const open = ({ address, connectionsMax }: ServerClientParts): ClickHouseClient =>
  createClient({
    ...address,
    max_open_connections: connectionsMax,
    request_timeout: SILENCE_MS_MAX,
    application: 'clearspan-telemetry-store',
    // It would write statements, and with them what users ask for, to the console.
    log: { level: ClickHouseLogLevel.OFF },
  });

/** The number of an exception of the server; null for what is none. */
const exceptionCode = (error: unknown): number | null => {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^\d+$/.test(code) ? Number(code) : null;
};

const readAll = async (stream: Readable, bytesMax: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw storeErrorOf({ kind: 'too-large', bytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

export const createServerClient = (parts: ServerClientParts): ServerClient => {
  const client = open(parts);
  const killing = new Set<Promise<void>>();

  const kill = (queryId: string): void => {
    const work = parts.kill(queryId).finally(() => killing.delete(work));
    killing.add(work);
  };

  const ask = async (request: ServerRequest, id: string, signal: AbortSignal): Promise<Uint8Array> => {
    const { sql, settings, rows, beside, resultBytesMax } = request;
    if (beside !== undefined) {
      const given = { sql, settings: { ...settings, default_format: 'JSONCompact', query_id: id }, beside, signal };
      return readAll(await askBeside(parts.address, given), resultBytesMax);
    }
    const { stream } = await client.exec({
      query: sql,
      query_id: id,
      abort_signal: signal,
      clickhouse_settings: { ...settings, default_format: 'JSONCompact' },
      ...(rows === undefined ? {} : { values: Readable.from([rows], { objectMode: false }) }),
    });
    return readAll(stream, resultBytesMax);
  };

  return {
    run: async (request) => {
      const { signal, giveUpMs } = request;
      if (signal?.aborted) throw storeErrorOf({ kind: 'cancelled' });
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), giveUpMs);
      const ended = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
      const id = randomUUID();
      try {
        return await ask(request, id, ended);
      } catch (error) {
        if (ended.aborted) kill(id);
        if (signal?.aborted) throw storeErrorOf({ kind: 'cancelled' });
        if (late.signal.aborted) throw storeError('TIMEOUT', `the server did not answer within ${giveUpMs} ms`);
        const engineCode = exceptionCode(error);
        if (engineCode !== null) throw storeErrorOf({ kind: 'engine', engineCode, message: String(error) });
        if ((error as { code?: unknown }).code === 'TOO_MANY_ROWS') {
          kill(id);
          throw error;
        }
        const unreached = storeError('UNAVAILABLE', 'the server cannot be reached', error);
        parts.lost(unreached);
        throw unreached;
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => {
      await Promise.allSettled(killing);
      await client.close();
    },
  };
};
