import { readFileSync } from 'node:fs';
import { engineFields, typeName } from '@clearspan/dataprime';
import { expect, test } from 'vitest';
import { type Definition, definitionText } from '../src/core/metrics/definition.ts';
import { functionsOf } from '../src/core/metrics/metric-functions.ts';
import { TARGETS_MAX } from '../src/forward/target/read-targets.ts';
import * as limits from '../src/limits.ts';

const text = readFileSync(new URL('../../../docs/telemetry-store.md', import.meta.url), 'utf8');

/** Cells of the table that follows `<!-- name -->`, its head left out. */
const rowsAfter = (name: string): string[][] => {
  const [, rest = ''] = text.split(`<!-- ${name} -->\n`);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const bare = (cell = ''): string => cell.replaceAll('`', '');

const UNITS: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1_000, KiB: 1_024, MiB: 1_048_576 };

/** `16 MiB` in bytes, `2 s` in milliseconds. */
const amount = (cell = ''): number => {
  const [number, unit = ''] = cell.split(' ');
  return Number(number) * (UNITS[unit] ?? Number.NaN);
};

test('docs/telemetry-store.md has the limits of the code', () => {
  const known: Readonly<Record<string, number>> = {
    ...limits.BACKGROUND_LIMITS,
    ...limits.OTLP_LIMITS,
    ...limits.RECEIVING_LIMITS,
    ...limits.GRPC_LIMITS,
    ...limits.INGEST_LIMITS,
    ...limits.WAL_LIMITS,
    ...limits.FORWARD_LIMITS,
    TARGETS_MAX,
    ...limits.REPEAT_LIMITS,
    ...limits.ROW_LIMITS,
    ...limits.CATALOG_LIMITS,
    ...limits.ARRIVAL_LIMITS,
    ...limits.EDGE_LIMITS,
    ...limits.MAP_LIMITS,
    ...limits.METRIC_LIMITS,
    RED_POINTS_MAX: limits.RED_POINTS_MAX,
    ...limits.TAIL_LIMITS,
    ...limits.PATTERN_LIMITS,
    ...limits.BACKUP_LIMITS,
    ...limits.KEEPER_LIMITS,
    INFLATED_BYTES_MAX: limits.INFLATED_BYTES_MAX,
    DISK_CHECK_MS: limits.DISK_CHECK_MS,
    LOCK_WAIT_MS: limits.LOCK_WAIT_MS,
    ...limits.SERVER_LIMITS,
    READ_FLUSH_MS: limits.READ_FLUSH_MS,
  };
  const told = rowsAfter('limits').map(([name, limit]) => [bare(name), amount(limit)]);
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(told.map(([name]) => [name, known[name as string]]));
});

test.each(['logs', 'spans'])('docs/telemetry-store.md has the fields of %s', (dataset) => {
  const fields = engineFields(dataset).map(({ root, path, type }) => [
    `$${root}.${path.join('.')}`,
    typeName(type).replace(/<.*>$/, ''),
  ]);
  expect(rowsAfter(`fields of ${dataset}`).map(([name, type]) => [bare(name), type])).toEqual(fields);
});

test('docs/telemetry-store.md has the functions of metrics', () => {
  const gauge: Definition = { type: 'gauge', unit: '', temporality: 'cumulative', monotonic: false };
  const sum: Definition = { ...gauge, type: 'sum' };
  const definitions: readonly Definition[] = [
    gauge,
    { ...sum, monotonic: true },
    sum,
    { ...sum, temporality: 'delta' },
    { ...gauge, type: 'histogram' },
    { ...gauge, type: 'exp_histogram' },
    { ...gauge, type: 'summary' },
  ];
  const functions = definitions.map((one) => [definitionText(one), functionsOf(one).join(', ')]);
  expect(rowsAfter('functions of metrics').map(([metric, names]) => [metric, bare(names)])).toEqual(functions);
});
