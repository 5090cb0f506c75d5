import { join } from 'node:path';
import { gauge } from '@clearspan/instrumentation';
import {
  createLogger,
  type RunningService,
  runService,
  type ServiceSettings,
  startService,
} from '@clearspan/service-kit';
import { createFaultBoard } from '../faults/fault-board.ts';
import { faultRoutes } from '../faults/fault-routes.ts';
import { tellChanges } from '../faults/tell-changes.ts';
import { startMemoryLog } from '../process/memory-log.ts';
import { configSchema, type DatabaseConfig } from './config.ts';
import { lockContention } from './effects/lock-contention.ts';
import { poolExhaustion } from './effects/pool-exhaustion.ts';
import { slowQuery } from './effects/slow-query.ts';
import { productRoute } from './routes/product-route.ts';
import { queryRoute } from './routes/query-route.ts';
import { userRoute } from './routes/user-route.ts';
import { createConnectionPool } from './sql/connection-pool.ts';
import { createKeeper } from './sql/keeper.ts';
import { postgresShop, type ShopDatabase, sqliteShop } from './sql/shop-database.ts';
import { prepareTables } from './tables/prepare-tables.ts';
import { tableSizes } from './tables/table-sizes.ts';

const NAME = 'database-service';
const FILE = 'storefront.db';
const ACQUIRE_MS = 1_000;
const WAITING_MAX = 64;

const shopOf = ({ DATABASE_URL, CLEARSPAN_DATA }: DatabaseConfig): ShopDatabase =>
  DATABASE_URL === undefined ? sqliteShop(join(CLEARSPAN_DATA, FILE)) : postgresShop(DATABASE_URL);

/** The tables of the shop, behind a pool of connections. */
export const startDatabase = async (config: DatabaseConfig): Promise<RunningService> => {
  const logger = createLogger(NAME, config.LOG_LEVEL);
  const shop = shopOf(config);
  const { dialect, open } = shop;
  if (await prepareTables(shop)) logger.info({ database: dialect.system }, 'the tables were made');
  const limits = { connections: config.STOREFRONT_CONNECTIONS, acquireMs: ACQUIRE_MS, waitingMax: WAITING_MAX };
  const pool = createConnectionPool(open, limits);
  const keeper = createKeeper(open);
  const locks = lockContention(shop, (error) => logger.error({ err: error }, 'a fault ended by itself'));
  const board = createFaultBoard({
    effects: { slow_query: slowQuery(open), lock_contention: locks, pool_exhaustion: poolExhaustion(pool) },
    now: Date.now,
    ...tellChanges(logger),
  });
  const onUnread = (error: unknown): void => logger.warn({ err: error }, 'the sizes of the tables could not be read');
  const sizes = tableSizes({ keeper, dialect, nowMs: Date.now, onFailed: onUnread });
  const gauges = [
    gauge('database_connection_pool_active', { description: 'Connections in use' }, (set) => set(pool.used())),
    gauge('database_table_size_bytes', { description: 'Bytes of a table with its indexes' }, sizes),
  ];
  const stopMemoryLog = startMemoryLog(logger, config.STOREFRONT_MEMORY_LOG_MS);
  const close = async (): Promise<void> => {
    stopMemoryLog();
    await board.clear();
    for (const stop of gauges) stop();
    await pool.close();
    await keeper.close();
  };
  const deps = { pool, dialect, board, locks, slowQueryMs: config.STOREFRONT_SLOW_QUERY_MS, now: () => new Date() };
  const settings: ServiceSettings = {
    name: NAME,
    host: config.HOST,
    port: config.DATABASE_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      queryRoute(app, deps);
      userRoute(app, deps);
      productRoute(app, deps);
      faultRoutes(app, { service: NAME, board, behind: null });
    },
    ready: [{ name: 'database', check: async () => void (await keeper.query('SELECT 1')) }],
    close,
  };
  try {
    return await startService(settings);
  } catch (error) {
    // The threads of the connections would keep a process from ending that could not start.
    await close();
    throw error;
  }
};

if (import.meta.main) await runService(NAME, configSchema, startDatabase);
