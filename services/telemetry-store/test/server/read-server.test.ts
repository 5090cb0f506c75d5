import { expect, test } from 'vitest';
import { configSchema } from '../../src/config.ts';
import { readServer } from '../../src/server/read-server.ts';

const faultsOf = (given: Record<string, string>): string[] => {
  const read = configSchema.safeParse(given);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('without an address there is no server', () => {
  expect(faultsOf({})).toEqual([]);
  expect(readServer(configSchema.parse({})).server).toBeNull();
});

test('address, user, cluster and shard are read', () => {
  const config = configSchema.parse({
    CLICKHOUSE_URL: 'https://me:one@ch:8443',
    CLICKHOUSE_PASSWORD: 'other',
    CLICKHOUSE_CLUSTER: 'obs',
    CLICKHOUSE_SHARD: '3',
  });
  expect(readServer(config).server).toEqual({
    address: { url: 'https://ch:8443', username: 'me', password: 'other' },
    cluster: 'obs',
    shard: 3,
  });
});

test('what says something of a server needs one', () => {
  for (const variable of ['CLICKHOUSE_USER', 'CLICKHOUSE_PASSWORD', 'CLICKHOUSE_CLUSTER', 'CLICKHOUSE_SHARD'])
    expect(faultsOf({ [variable]: '1' })).toEqual([`${variable}: expected CLICKHOUSE_URL beside it, found none`]);
  expect(faultsOf({ CLICKHOUSE_URL: 'http://ch:8123', CLICKHOUSE_SHARD: '1' })).toEqual([
    'CLICKHOUSE_SHARD: expected CLICKHOUSE_CLUSTER beside it, found none',
  ]);
});

test('retention by bytes is that of an engine of the store', () => {
  expect(faultsOf({ CLICKHOUSE_URL: 'http://ch:8123', TELEMETRY_STORE_LOGS_BYTES_MAX: '1' })).toEqual([
    'TELEMETRY_STORE_LOGS_BYTES_MAX: expected 0 with CLICKHOUSE_URL: retention on a server is by days',
  ]);
});

test('what is wrong is named and not repeated', () => {
  const faults = faultsOf({ CLICKHOUSE_URL: 'tcp://me:secret@ch:9000', CLICKHOUSE_CLUSTER: "secret'" });
  expect(faults).toEqual([
    'CLICKHOUSE_URL: expected http://host:port or https://host:port of a ClickHouse server, found the scheme tcp',
    'CLICKHOUSE_CLUSTER: expected letters, digits, `_`, `.` and `-`',
  ]);
});
