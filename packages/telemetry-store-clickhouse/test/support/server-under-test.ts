import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { readServerAddress, type ServerAddress } from '../../src/index.ts';
import { startTestServer } from '../../src/test-server/index.ts';

/** A server without a database `otel`. */
export interface ServerUnderTest {
  readonly address: ServerAddress;
  readonly cluster: string | null;
  close(): Promise<void>;
}

export const addressOf = (url: string, user?: string, password?: string): ServerAddress => {
  const read = readServerAddress(url, { user, password });
  if (!read.ok) throw new Error(read.fault);
  return read.address;
};

const realServer = async (url: string, cluster: string | null): Promise<ServerUnderTest> => {
  const address = addressOf(url);
  const client = createClient({ ...address });
  const on = cluster === null ? '' : ` ON CLUSTER \`${cluster}\``;
  await client.command({ query: `DROP DATABASE IF EXISTS otel${on} SYNC` });
  await client.close();
  return { address, cluster, close: async () => {} };
};

/**
 * `CLICKHOUSE_TEST_URL` is a real server whose database `otel` may be dropped, `CLICKHOUSE_TEST_CLUSTER` a cluster that it
 * knows. Without them it is the test server, so that no test is left out.
 */
export const serverUnderTest = async (cluster: string | null): Promise<ServerUnderTest> => {
  const { CLICKHOUSE_TEST_URL: url, CLICKHOUSE_TEST_CLUSTER: named } = process.env;
  if (url !== undefined && (cluster === null || named !== undefined))
    return realServer(url, cluster === null ? null : (named ?? null));
  const path = await mkdtemp(join(tmpdir(), 'test-server-'));
  const server = await startTestServer({ path, cluster });
  return {
    address: addressOf(server.url),
    cluster,
    close: async () => {
      await server.close();
      await rm(path, { recursive: true, force: true });
    },
  };
};
