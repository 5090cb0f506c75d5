import { isClusterName } from '@clearspan/telemetry-store';
import { readServerAddress, type ServerAddress } from '@clearspan/telemetry-store-clickhouse';
import type { StoreConfig } from '../config.ts';

/** The server that the variables name. */
export interface NamedServer {
  readonly address: ServerAddress;
  readonly cluster: string | null;
  readonly shard: number | null;
}

export interface ReadServer {
  /** Null where telemetry is kept by an engine of this process's own. */
  readonly server: NamedServer | null;
  readonly faults: readonly { readonly variable: keyof ServerVariables; readonly message: string }[];
}

type ServerVariables = Pick<
  StoreConfig,
  | 'CLICKHOUSE_URL'
  | 'CLICKHOUSE_USER'
  | 'CLICKHOUSE_PASSWORD'
  | 'CLICKHOUSE_CLUSTER'
  | 'CLICKHOUSE_SHARD'
  | 'TELEMETRY_STORE_LOGS_BYTES_MAX'
  | 'TELEMETRY_STORE_SPANS_BYTES_MAX'
  | 'TELEMETRY_STORE_METRICS_BYTES_MAX'
>;

/** Each of these says something of a server. */
const OF_A_SERVER = ['CLICKHOUSE_USER', 'CLICKHOUSE_PASSWORD', 'CLICKHOUSE_CLUSTER', 'CLICKHOUSE_SHARD'] as const;
/** What was dropped by bytes is noted by one process, and others that write to the same server would take it in again. */
const OF_AN_OWN_ENGINE = [
  'TELEMETRY_STORE_LOGS_BYTES_MAX',
  'TELEMETRY_STORE_SPANS_BYTES_MAX',
  'TELEMETRY_STORE_METRICS_BYTES_MAX',
] as const;

const withoutServer = (given: ServerVariables): ReadServer => ({
  server: null,
  faults: OF_A_SERVER.filter((variable) => given[variable] !== undefined).map((variable) => ({
    variable,
    message: 'expected CLICKHOUSE_URL beside it, found none',
  })),
});

/** Reads which server is meant. Values are not repeated in faults: an address may have a password in it. */
export const readServer = (given: ServerVariables): ReadServer => {
  const { CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: cluster = null, CLICKHOUSE_SHARD: shard = null } = given;
  if (url === undefined) return withoutServer(given);
  const read = readServerAddress(url, { user: given.CLICKHOUSE_USER, password: given.CLICKHOUSE_PASSWORD });
  const faults: ReadServer['faults'][number][] = OF_AN_OWN_ENGINE.filter((variable) => given[variable] > 0).map(
    (variable) => ({ variable, message: 'expected 0 with CLICKHOUSE_URL: retention on a server is by days' }),
  );
  if (!read.ok) faults.push({ variable: 'CLICKHOUSE_URL', message: read.fault });
  if (cluster !== null && !isClusterName(cluster))
    faults.push({ variable: 'CLICKHOUSE_CLUSTER', message: 'expected letters, digits, `_`, `.` and `-`' });
  if (shard !== null && cluster === null)
    faults.push({ variable: 'CLICKHOUSE_SHARD', message: 'expected CLICKHOUSE_CLUSTER beside it, found none' });
  return { server: read.ok ? { address: read.address, cluster, shard } : null, faults };
};
