import { setTimeout as delay } from 'node:timers/promises';
import { stringLiteral } from '@clearspan/dataprime';
import {
  DATABASE,
  rowStructure,
  type StoreError,
  TABLES,
  type TableBatch,
  type TableName,
} from '@clearspan/telemetry-store';
import type { Settings } from '../engine/settings.ts';
import { insertSettings } from '../insert-settings.ts';
import { backoffMs } from './reach.ts';
import type { ServerClient } from './server-client.ts';
import { writeSettings } from './server-settings.ts';

export interface InsertTarget {
  readonly cluster: string | null;
  /** The shard that records go to; null for the one of each row's key. */
  readonly shard: number | null;
  readonly insertMsMax: number;
  /** A server that is away is not waited for any more. */
  readonly closing: AbortSignal;
}

const GIVE_UP_GRACE_MS = 2_000;
const RESULT_BYTES_MAX = 65_536;

/** Tables of what was sent. The others have few rows, which must be where their key says. */
const RECORDS: ReadonlySet<TableName> = new Set([
  'logs',
  'spans',
  'metric_series',
  'metric_points',
  'metric_hists',
  'exemplars',
]);

const shardSettings = (table: TableName, { shard }: InsertTarget): Settings =>
  shard !== null && RECORDS.has(table) ? { insert_shard_id: shard } : {};

/**
 * Inserts a batch once for each token, however often it is called. While the server is away it is tried again, until the
 * time of an insert is over.
 */
export const insertOverHttp = async (
  client: ServerClient,
  { table, bytes, rows }: TableBatch,
  token: string,
  target: InsertTarget,
): Promise<void> => {
  const { cluster, insertMsMax, closing } = target;
  const settings = {
    ...writeSettings(cluster),
    ...insertSettings(token, insertMsMax),
    ...shardSettings(table, target),
  };
  if (rows === 0) return;
  const source = `input(${stringLiteral(rowStructure(TABLES[table]))})`;
  const request = {
    sql: `INSERT INTO ${DATABASE}.${table} SELECT * FROM ${source} FORMAT RowBinary`,
    settings,
    rows: bytes,
    giveUpMs: insertMsMax + GIVE_UP_GRACE_MS,
    resultBytesMax: RESULT_BYTES_MAX,
  };
  const giveUpAt = performance.now() + insertMsMax;
  for (let attempt = 1; ; attempt++) {
    try {
      await client.run(request);
      return;
    } catch (error) {
      if ((error as StoreError).code !== 'UNAVAILABLE') throw error;
      if (closing.aborted || performance.now() + backoffMs(attempt) > giveUpAt) throw error;
      await delay(backoffMs(attempt), undefined, { signal: closing }).catch(() => {});
    }
  }
};
