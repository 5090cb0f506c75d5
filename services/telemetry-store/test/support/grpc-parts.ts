import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { type GrpcServerOptions, startGrpcServer } from '../../src/otlp/grpc/grpc-server.ts';
import type { OtlpServer } from '../../src/otlp/otlp-server.ts';
import type { OtlpOutcome } from '../../src/otlp/outcome.ts';
import { createReceiving } from '../../src/otlp/receiving.ts';
import { createRoom } from '../../src/otlp/room.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from './open-parts.ts';

const MEGABYTE = 1024 * 1024;

export type Received = readonly [signal: string, outcome: OtlpOutcome, accepted: number];

export interface GrpcParts {
  readonly parts: Parts;
  readonly ingest: Ingest;
  readonly server: OtlpServer;
  /** What the counter was told, of all servers that were started here. */
  readonly received: Received[];
  /** A further server on the same engine. */
  start(over: Partial<GrpcServerOptions>): Promise<OtlpServer>;
  /** Rows of a service that a query sees. */
  rows(table: 'spans' | 'logs', service: string): Promise<number>;
  /** Resolves once the counter was told as many things. */
  told(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}

const SERVICE_COLUMN = { spans: 'service', logs: 'subsystemname' } as const;

/** The server on a real engine. */
export const openGrpcParts = async (): Promise<GrpcParts> => {
  const parts = await openParts();
  const ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits: LIMITS, log: listeningLog() });
  const received: Received[] = [];
  const start: GrpcParts['start'] = (over) =>
    startGrpcServer({
      ingest,
      host: '127.0.0.1',
      port: 0,
      bodyBytesMax: 16 * MEGABYTE,
      plainBytesMax: 32 * MEGABYTE,
      room: createRoom(128 * MEGABYTE),
      receiving: createReceiving(64 * MEGABYTE),
      requestMs: 30_000,
      sessionsMax: 64,
      streamsMax: 64,
      headerBytesMax: 16 * 1024,
      windowBytes: MEGABYTE,
      idleMs: 30_000,
      closeMs: 1_000,
      nowNanos: () => 1_790_000_000_000_000_000n,
      onReceived: (...what) => void received.push(what),
      log: listeningLog(),
      ...over,
    });
  const server = await start({});
  return {
    parts,
    ingest,
    server,
    received,
    start,
    rows: async (table, service) => {
      await ingest.flushed(5_000);
      const where = `${SERVICE_COLUMN[table]} = '${service}'`;
      const [row] = await rowsOf(parts.store, `SELECT count() FROM otel.${table} WHERE ${where}`);
      return Number(row?.[0]);
    },
    told: async (count) => {
      while (received.length < count) await new Promise((turn) => setImmediate(turn));
      return received;
    },
    close: async () => {
      await server.close();
      await ingest.close();
      await parts.close();
    },
  };
};
