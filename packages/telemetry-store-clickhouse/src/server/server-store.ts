import { setTimeout as delay } from 'node:timers/promises';
import {
  isClusterName,
  type QueryRequest,
  type QueryResult,
  type RetentionDays,
  rowStructure,
  type StoreError,
  TABLES,
  type TelemetryStore,
} from '@clearspan/telemetry-store';
import { storeError } from '../engine/store-error.ts';
import { ENGINE_DEFAULTS } from '../engine-defaults.ts';
import { limitSettings } from '../limit-settings.ts';
import { parseResult } from '../parse-result.ts';
import { migrateServer } from '../schema/migrate-server.ts';
import type { Run } from '../schema/run.ts';
import { foldStats, RANGES_SQL, statsSql } from '../store-stats.ts';
import type { TableBeside } from './ask-beside.ts';
import { countShards } from './count-shards.ts';
import { insertOverHttp } from './insert-over-http.ts';
import { killQuery } from './kill-query.ts';
import { backoffMs, createReach, type ServerEvent } from './reach.ts';
import type { ServerAddress } from './server-address.ts';
import { createServerClient, type ServerClient } from './server-client.ts';
import { ownSettings, readSettings } from './server-settings.ts';
import { needNewEnough } from './server-version.ts';
import { createTurns } from './turns.ts';

export interface ServerStoreOptions {
  readonly address: ServerAddress;
  /** Name of the cluster; null for one server. */
  readonly cluster: string | null;
  /** The shard of the cluster that this process writes to; null where rows go to the shards of their keys. */
  readonly shard?: number | null;
  /** Null keeps everything. */
  readonly retentionDays: RetentionDays | null;
  /** Statements that read at the same time. */
  readonly readers?: number;
  readonly statementsQueuedMax?: number;
  /** How long a statement may wait for its turn. */
  readonly queueMs?: number;
  readonly resultBytesMax?: number;
  readonly insertMsMax?: number;
  /** How long to wait for a server that does not answer yet. */
  readonly reachWaitMs?: number;
  readonly onEvent?: (event: ServerEvent) => void;
}

/** A store on a server. */
export interface ServerStore extends TelemetryStore {
  /** False while the server cannot be reached. */
  up(): boolean;
}

const DEFAULTS = {
  shard: null,
  readers: 8,
  statementsQueuedMax: ENGINE_DEFAULTS.statementsQueuedMax,
  queueMs: 10_000,
  resultBytesMax: ENGINE_DEFAULTS.resultBytesMax,
  insertMsMax: 120_000,
  reachWaitMs: 30_000,
  onEvent: () => {},
} as const;

/** The server ends a statement by itself; this is for when it does not answer. */
const GIVE_UP_GRACE_MS = 2_000;
/** Statements for every server of a cluster wait for each of them, which is three minutes at most unless it is set otherwise. */
const OWN_MS_MAX = 240_000;
/** Name of the table that is sent beside a statement. */
const BESIDE = 'clearspan_batch';
const ASK_MS_MAX = 5_000;
/** Inserts of a batch go table by table, of three batches at most, beside edges. */
const WRITERS = 4;
const OTHERS = 2;

const whenReached = async <T>(ask: () => Promise<T>, reachWaitMs: number): Promise<T> => {
  const giveUpAt = performance.now() + reachWaitMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const { code, message } = error as StoreError;
      if (code !== 'UNAVAILABLE') throw error;
      if (performance.now() + backoffMs(attempt) > giveUpAt)
        throw storeError(code, `no answer from the server within ${reachWaitMs} ms: ${message}`, error);
      await delay(backoffMs(attempt));
    }
  }
};

const clients = (
  address: ServerAddress,
  readers: number,
  lost: (error: Error) => void,
  kill: (queryId: string) => Promise<void>,
): Readonly<Record<'reader' | 'writer' | 'own', ServerClient>> => {
  const parts = { address, kill, lost };
  return {
    reader: createServerClient({ ...parts, connectionsMax: readers }),
    writer: createServerClient({ ...parts, connectionsMax: WRITERS }),
    // A kill that is not answered is not to be killed in its turn.
    own: createServerClient({ ...parts, connectionsMax: OTHERS, kill: async () => {} }),
  };
};

/**
 * ClickHouse as a server or a cluster of servers, behind the `TelemetryStore` port. Any number of processes may open the
 * same. While it cannot be reached, queries fail with `UNAVAILABLE` and inserts are repeated by their token.
 *
 * The SQL of a query must have neither `SETTINGS` nor `FORMAT`: limits go beside it.
 */
export const openServerStore = async (options: ServerStoreOptions): Promise<ServerStore> => {
  const given = { ...DEFAULTS, ...options };
  const { address, cluster, resultBytesMax, retentionDays, readers } = given;
  if (cluster !== null && !isClusterName(cluster))
    throw storeError(
      'ENGINE',
      `expected a name of letters, digits, \`_\`, \`.\` and \`-\` for a cluster, found \`${cluster}\``,
    );
  const runOwn =
    (giveUpMs: number): Run =>
    async (sql) =>
      parseResult(
        await own.run({ sql, settings: ownSettings(cluster), giveUpMs, resultBytesMax: DEFAULTS.resultBytesMax }),
      ).rows;
  const run = runOwn(OWN_MS_MAX);
  const ask = runOwn(ASK_MS_MAX);
  const reach = createReach(() => ask('SELECT 1'), given.onEvent);
  const { reader, writer, own } = clients(
    address,
    readers,
    (error) => reach.lost(error),
    (queryId) => killQuery(ask, queryId, cluster),
  );
  const inTurn = createTurns(given);
  const inserting = new Set<Promise<void>>();
  const closing = new AbortController();
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.allSettled(inserting);
    reach.close();
    for (const client of [reader, writer, own]) await client.close();
  };
  try {
    const [[version] = []] = await whenReached(() => ask('SELECT version()'), given.reachWaitMs);
    needNewEnough(String(version));
    const shards = await countShards(run, cluster, given.shard);
    await migrateServer(run, { retentionDays, cluster }, shards);
  } catch (error) {
    await close();
    throw error;
  }
  const query = ({ sql, limits, signal }: QueryRequest, beside?: TableBeside): Promise<QueryResult> => {
    const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const settings = { ...readSettings(cluster), ...limitSettings(limits) };
    const giveUpMs = limits.ms + GIVE_UP_GRACE_MS;
    const request = { sql, settings, giveUpMs, resultBytesMax, signal: ended, ...(beside ? { beside } : {}) };
    return inTurn(async () => parseResult(await reader.run(request)), ended);
  };
  return {
    up: () => reach.up(),
    insert: (batch, token) => {
      const insertion = insertOverHttp(writer, batch, token, { ...given, closing: closing.signal });
      inserting.add(insertion);
      return insertion.finally(() => inserting.delete(insertion));
    },
    query: (request) => query(request),
    withRows: ({ table, bytes }, use) => {
      const beside = { name: BESIDE, structure: rowStructure(TABLES[table]), bytes };
      return use({ source: { kind: 'table', name: BESIDE }, query: (request) => query(request, beside) });
    },
    stats: async () => {
      const [[version] = []] = await run('SELECT version()');
      return foldStats(await run(statsSql(cluster)), await run(RANGES_SQL), `ClickHouse ${String(version)}`, cluster);
    },
    close,
  };
};
