import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { counter, gauge } from '@clearspan/instrumentation';
import { type DataSet, followCatalog, type RowBatch, type TelemetryStore } from '@clearspan/telemetry-store';
import { backupPlace, isPlaceName, placeFault } from '@clearspan/telemetry-store-clickhouse';
import type { StoreConfig } from './config.ts';
import { type BackgroundQueries, openBackgroundQueries } from './core/background/background-queries.ts';
import { type Backups, createBackups } from './core/backup/take-backup.ts';
import { createArrivals } from './core/catalog/arrivals.ts';
import { type CatalogCache, createCatalogCache } from './core/catalog/catalog-cache.ts';
import { UNTOLD_ARRIVALS } from './core/catalog/untold-arrivals.ts';
import { type DiskWatch, takeWhileRoom, watchDisk } from './core/disk-watch.ts';
import { createIngest, type Ingest } from './core/ingest.ts';
import type { Log } from './core/log.ts';
import { createQueryRunner, type QueryParts, type QueryRunner } from './core/query/query-runner.ts';
import { createRates, type Rates } from './core/rates.ts';
import { createAnswersOwed } from './core/repeats/answers-owed.ts';
import { recallAnswers } from './core/repeats/recall-answers.ts';
import { type FirstOutcome, takeOnce } from './core/repeats/take-once.ts';
import { replay } from './core/replay.ts';
import { type DropRecord, dayMs, openDropRecord } from './core/retention/drop-record.ts';
import { createKeeper } from './core/retention/keeper.ts';
import { type Retention, retentionOf } from './core/retention/retention.ts';
import { createEdgeKeeper, type EdgeKeeper } from './core/service-map/edge-keeper.ts';
import { createTailHub, type TailHub } from './core/tail/tail-hub.ts';
import { takeChunksOnce } from './core/take-chunks-once.ts';
import { type Forwarding, openForwarding } from './forward/forwarding.ts';
import { readTargets } from './forward/target/read-targets.ts';
import {
  ARRIVAL_LIMITS,
  BACKGROUND_LIMITS,
  BACKUP_LIMITS,
  CATALOG_FRESH_EMPTY_MS,
  CATALOG_FRESH_MS,
  CATALOG_LIMITS,
  DISK_CHECK_MS,
  EDGE_LIMITS,
  FORWARD_LIMITS,
  GRPC_LIMITS,
  IMPORT_LOOKUP_LIMITS,
  INFLATED_BYTES_MAX,
  INGEST_LIMITS,
  KEEPER_LIMITS,
  OTLP_LIMITS,
  READ_FLUSH_MS,
  RECEIVING_LIMITS,
  REPEAT_LIMITS,
  ROW_LIMITS,
  TAIL_LIMITS,
  WAL_LIMITS,
} from './limits.ts';
import { type OtlpServers, startOtlpServers } from './otlp/otlp-servers.ts';
import { createReceiving } from './otlp/receiving.ts';
import { createRoom } from './otlp/room.ts';
import { type LiveStore, openStore } from './server/open-store.ts';
import { openWalDirectory } from './wal/wal-directory.ts';

/** The parts that routes read from, all open: the engine, the log (replayed) and the OTLP servers. */
export interface Telemetry {
  readonly store: LiveStore;
  readonly ingest: Ingest;
  readonly rates: Rates;
  readonly disk: DiskWatch;
  readonly otlp: OtlpServers;
  /** The schema as the data has it, some seconds old at most. */
  readonly catalog: CatalogCache;
  readonly runner: QueryRunner;
  readonly edges: EdgeKeeper;
  readonly tails: TailHub;
  readonly background: BackgroundQueries;
  readonly backups: Backups;
  readonly retention: Retention;
  readonly dropped: DropRecord;
  readonly forwarding: Forwarding;
  close(): Promise<void>;
}

const received = counter('otlp_received_total', { description: 'OTLP requests by signal and outcome' });
const records = counter('otlp_records_total', { description: 'Spans, log records and metric points accepted' });

const queryLimits = (config: StoreConfig): QueryParts['limits'] => ({
  ...ROW_LIMITS,
  ms: config.TELEMETRY_STORE_QUERY_MS,
  memoryBytes: config.TELEMETRY_STORE_QUERY_BYTES_MAX,
  flushMs: READ_FLUSH_MS,
});

/** Opens everything in order: nothing is accepted before what was accepted earlier is in the engine. */
export const openTelemetry = async (config: StoreConfig, log: Log): Promise<Telemetry> => {
  const retention = retentionOf(config);
  const { store, own } = await openStore(config, log);
  const enginePath = join(config.CLEARSPAN_DATA, DATA_FILES.store);
  const walPath = join(config.CLEARSPAN_DATA, DATA_FILES.storeLog);
  try {
    const forwarding = await openForwarding({
      path: join(config.CLEARSPAN_DATA, DATA_FILES.storeForward),
      targets: readTargets(config).targets,
      limits: {
        ...FORWARD_LIMITS,
        queueBytesMax: config.TELEMETRY_STORE_FORWARD_QUEUE_BYTES_MAX,
        plainBytesMax: OTLP_LIMITS.plainBytesMax,
      },
      log,
    });
    const wal = await openWalDirectory(walPath, { ...WAL_LIMITS, doneIsStored: own === null }, forwarding.take);
    const dropped = await openDropRecord(join(config.CLEARSPAN_DATA, DATA_FILES.storeDrops));
    const limits = {
      ...INGEST_LIMITS,
      walBytesMax: config.TELEMETRY_STORE_WAL_BYTES_MAX,
      retentionDays: retention.days,
      keptFromMs: (dataSet: DataSet) => {
        // Without a limit of bytes nothing has to go, and what went once may come again.
        const day = retention.bytesMax[dataSet] === null ? null : dropped.keptFrom(dataSet);
        return day === null ? 0 : dayMs(day);
      },
    };
    // On a server retention is by days, which is the server's own work.
    const keeper =
      own &&
      createKeeper({
        store: own,
        record: dropped,
        bytesMax: retention.bytesMax,
        limits: KEEPER_LIMITS,
        nowMs: () => Date.now(),
        log,
      });
    const watched: Pick<TelemetryStore, 'insert'> = {
      insert: async (batch, token) => {
        await store.insert(batch, token);
        keeper?.inserted();
      },
    };
    await replay(watched, wal, limits, log);
    const tails = createTailHub({ store, limits: TAIL_LIMITS, log });
    const arrivals = createArrivals(ARRIVAL_LIMITS);
    const onStored = (rows: RowBatch): void => {
      tails.stored(rows);
      arrivals.stored(rows);
    };
    const taking = createIngest({ store: watched, wal, limits, log, onStored });
    const owed = createAnswersOwed<FirstOutcome>(REPEAT_LIMITS);
    await recallAnswers(wal, owed, { ...limits, ...REPEAT_LIMITS }, Date.now());
    const disk = await watchDisk({
      path: own === null ? walPath : enginePath,
      freeBytesMin: config.TELEMETRY_STORE_DISK_FREE_BYTES_MIN,
      everyMs: DISK_CHECK_MS,
    });
    const ingest = takeOnce(takeChunksOnce(takeWhileRoom(taking, disk), store, IMPORT_LOOKUP_LIMITS), owed, () =>
      Date.now(),
    );
    const rates = createRates();
    let version = 0;
    // On a server others store something too, and nobody tells: what was seen is never the newest.
    const newest = (): number => {
      if (own === null) version += 1;
      return version;
    };
    const coming = { arrivals: own === null ? UNTOLD_ARRIVALS : arrivals, beside: store };
    const readCatalog = followCatalog({ store, coming, limits: CATALOG_LIMITS });
    const catalog = createCatalogCache({
      read: async () => {
        await ingest.flushed(READ_FLUSH_MS);
        return readCatalog(new Date().toISOString());
      },
      version: newest,
      nowMs: () => Date.now(),
      freshMs: CATALOG_FRESH_MS,
      freshEmptyMs: CATALOG_FRESH_EMPTY_MS,
    });
    const otlp = await startOtlpServers({
      ingest,
      ...OTLP_LIMITS,
      ...GRPC_LIMITS,
      receiving: createReceiving(RECEIVING_LIMITS.bodiesBytesMax),
      room: createRoom(INFLATED_BYTES_MAX),
      host: config.HOST,
      httpPort: config.TELEMETRY_STORE_OTLP_PORT,
      grpcPort: config.TELEMETRY_STORE_OTLP_GRPC_PORT,
      nowNanos: () => BigInt(Date.now()) * 1_000_000n,
      onReceived: (signal, outcome, accepted) => {
        received.add(1, { signal, outcome });
        if (accepted > 0) {
          version += 1;
          records.add(accepted, { signal });
        }
        rates.add(signal, accepted, Date.now());
      },
      log,
    });
    const stopGauge = gauge('wal_bytes', { description: 'Accepted telemetry that is not in the engine yet' }, (set) =>
      set(ingest.walBytes()),
    );
    const parts = { store, ingest, catalog };
    const { backgroundMs, rowsMax, rowsDefault } = BACKGROUND_LIMITS;
    const background = await openBackgroundQueries({
      runner: createQueryRunner({
        ...parts,
        limits: { ...queryLimits(config), rowsMax, rowsDefault, ms: backgroundMs },
      }),
      dir: join(config.CLEARSPAN_DATA, DATA_FILES.storeBackground),
      limits: BACKGROUND_LIMITS,
      nowMs: () => Date.now(),
      newId: randomUUID,
    });
    const edges = createEdgeKeeper({
      store,
      name: randomUUID(),
      rounds: config.TELEMETRY_STORE_JOBS === 'on',
      limits: EDGE_LIMITS,
      version: newest,
      nowMs: () => Date.now(),
      log,
    });
    return {
      store,
      ingest,
      rates,
      disk,
      otlp,
      catalog,
      edges,
      tails,
      background,
      runner: createQueryRunner({ ...parts, limits: queryLimits(config) }),
      retention,
      dropped,
      backups: createBackups({
        ingest,
        store,
        own,
        placeFault: async (place) =>
          isPlaceName(place)
            ? placeFault(backupPlace(enginePath, place))
            : 'expected a name of letters, digits and `-`',
        limits: BACKUP_LIMITS,
      }),
      forwarding,
      close: async () => {
        stopGauge();
        disk.close();
        await otlp.close();
        await background.close();
        await edges.close();
        await ingest.close();
        await keeper?.close();
        await forwarding.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};
