import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import { type EmbeddedStore, openEmbeddedStore, openServerStore } from '@clearspan/telemetry-store-clickhouse';
import type { StoreConfig } from '../config.ts';
import type { Log } from '../core/log.ts';
import { retentionOf } from '../core/retention/retention.ts';
import { LOCK_WAIT_MS, SERVER_LIMITS } from '../limits.ts';
import { lockDirectory } from './lock-directory.ts';
import { type NamedServer, readServer } from './read-server.ts';
import { tellEngine, tellServer } from './tell-events.ts';

export type LiveStore = TelemetryStore & Pick<EmbeddedStore, 'up'>;

/** The store that the configuration names. */
export interface OpenStore {
  readonly store: LiveStore;
  /** What only an engine of this process's own has; null on a server, which other processes have as well. */
  readonly own: Pick<EmbeddedStore, 'partitions' | 'dropPartition' | 'backUp'> | null;
}

const openOwn = async (config: StoreConfig, log: Log): Promise<OpenStore> => {
  const store = await openEmbeddedStore({
    path: join(config.CLEARSPAN_DATA, DATA_FILES.store),
    retentionDays: retentionOf(config).days,
    memoryBytesMax: config.TELEMETRY_STORE_ENGINE_BYTES_MAX,
    lockWaitMs: LOCK_WAIT_MS,
    onEvent: tellEngine(log),
  });
  return { store, own: store };
};

const openShared = async (server: NamedServer, config: StoreConfig, log: Log): Promise<OpenStore> => {
  const release = await lockDirectory(join(config.CLEARSPAN_DATA, DATA_FILES.storeLog), LOCK_WAIT_MS);
  try {
    const retentionDays = retentionOf(config).days;
    const store = await openServerStore({ ...server, ...SERVER_LIMITS, retentionDays, onEvent: tellServer(log) });
    log.info({ url: server.address.url, cluster: server.cluster }, 'telemetry is kept on a server');
    const close = async (): Promise<void> => {
      await store.close();
      release();
    };
    return { store: { ...store, close }, own: null };
  } catch (error) {
    release();
    throw error;
  }
};

export const openStore = (config: StoreConfig, log: Log): Promise<OpenStore> => {
  const { server } = readServer(config);
  return server === null ? openOwn(config, log) : openShared(server, config, log);
};
