import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServerStore, readServerAddress, type ServerStore } from '@clearspan/telemetry-store-clickhouse';
import { startTestServer, type TestServer } from '@clearspan/telemetry-store-clickhouse/test-server';
import { runService, type ServiceProcess } from './run-service.ts';

export const USER = 'clearspan';
export const PASSWORD = 'never-to-be-seen';

/** A server, and services that keep telemetry on it. */
export interface OnAServer {
  readonly server: TestServer;
  /** What makes a service keep its telemetry there. */
  readonly env: Readonly<Record<string, string>>;
  /** Each name is a data directory of its own. */
  service(name: string, env?: Record<string, string>): Promise<ServiceProcess>;
  dataDir(name: string): string;
  /** The store as another process has it. */
  store(): Promise<ServerStore>;
  close(): Promise<void>;
}

export const openOnAServer = async (cluster: string | null = null): Promise<OnAServer> => {
  const dir = await mkdtemp(join(tmpdir(), 'on-a-server-'));
  const server = await startTestServer({ path: join(dir, 'server'), user: USER, password: PASSWORD, cluster });
  const services: ServiceProcess[] = [];
  const stores: ServerStore[] = [];
  const dataDir = (name: string): string => join(dir, name);
  const env = {
    CLICKHOUSE_URL: server.url.replace('//', `//${USER}@`),
    CLICKHOUSE_PASSWORD: PASSWORD,
    ...(cluster === null ? {} : { CLICKHOUSE_CLUSTER: cluster }),
  };
  return {
    server,
    env,
    dataDir,
    service: async (name, more = {}) => {
      const service = await runService(dataDir(name), { ...env, ...more });
      services.push(service);
      return service;
    },
    store: async () => {
      const read = readServerAddress(server.url, { user: USER, password: PASSWORD });
      if (!read.ok) throw new Error(read.fault);
      const store = await openServerStore({ address: read.address, cluster, retentionDays: null });
      stores.push(store);
      return store;
    },
    close: async () => {
      for (const service of services) await service.kill();
      for (const store of stores) await store.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
