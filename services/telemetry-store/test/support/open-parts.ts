import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import { type EmbeddedStore, openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import type { IngestLimits } from '../../src/core/ingest.ts';
import type { Log } from '../../src/core/log.ts';
import { openWalDirectory, type WalDirectory } from '../../src/wal/wal-directory.ts';

/** Batches are cut only when a test asks for it. */
export const LIMITS: IngestLimits = {
  batchMs: 60_000,
  batchRowsMax: 20_000,
  batchBytesMax: 16_000_000,
  batchesInFlightMax: 3,
  walBytesMax: 64_000_000,
  readerFlushMs: 0,
  plainBytesMax: 8_000_000,
  retentionDays: null,
  keptFromMs: () => 0,
  insertAttemptsMax: 2,
  retryBaseMs: 1,
  retryMaxMs: 10,
};

export interface Said {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

/** A log that a test can read. */
export const listeningLog = (): Log & { readonly said: Said[] } => {
  const said: Said[] = [];
  const at =
    (level: Said['level']) =>
    (fields: object, message: string): void =>
      void said.push({ level, message, fields });
  return { said, info: at('info'), warn: at('warn'), error: at('error') };
};

export interface Parts {
  readonly dir: string;
  readonly store: EmbeddedStore;
  /** As a new process would find it. */
  openWal(): Promise<WalDirectory>;
  close(): Promise<void>;
}

export const openParts = async (): Promise<Parts> => {
  const dir = await mkdtemp(join(tmpdir(), 'telemetry-'));
  const store = await openEmbeddedStore({ path: join(dir, 'engine'), retentionDays: null });
  return {
    dir,
    store,
    openWal: () =>
      openWalDirectory(join(dir, 'wal'), { doneMs: 60_000, doneSegmentsMax: 100, doneBytesMax: 64_000_000 }),
    close: async () => {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

export const rowsOf = async (
  store: Pick<TelemetryStore, 'query'>,
  sql: string,
): Promise<readonly (readonly unknown[])[]> =>
  (await store.query({ sql, limits: { ms: 10_000, memoryBytes: 200_000_000, rows: 100_000 } })).rows;
