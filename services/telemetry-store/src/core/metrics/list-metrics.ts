import type { MetricEntry, MetricsQuery, MetricsResponse } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { readDefinition } from './definition.ts';
import { entriesSql, type ListLimits, type ListQuestion, labelsSql, newestSql } from './list-sql.ts';

export interface ListParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly limits: ListLimits & Omit<QueryLimits, 'rows'>;
}

type Row = readonly unknown[];
const ENTRY_COLUMNS = 5;
const ENTRIES_OF_A_NAME_MAX = 1_000;
const entryOf = (row: Row): string => JSON.stringify(row.slice(0, ENTRY_COLUMNS));
const byEntry = (rows: readonly Row[]): ReadonlyMap<string, unknown> =>
  new Map(rows.map((row) => [entryOf(row), row[ENTRY_COLUMNS]]));

const labelsOf = (labels: unknown): MetricEntry['labels'] =>
  ((labels ?? []) as readonly Row[]).map(([key, values, distinct]) => ({
    key: String(key),
    values: values as string[],
    distinct: Number(distinct),
  }));

/** The metrics that are held, by name. Rejects with a `StoreError`. */
export const listMetrics = async (
  { store, limits }: ListParts,
  asked: MetricsQuery,
  signal?: AbortSignal,
): Promise<MetricsResponse> => {
  const { ms, memoryBytes } = limits;
  const read = async (sql: string, rows: number): Promise<readonly Row[]> =>
    (await store.query({ sql, limits: { ms, memoryBytes, rows }, signal })).rows;
  const question: ListQuestion = { service: asked.service ?? null, name: asked.name ?? null };

  const entries = await read(entriesSql(question, limits, asked.limit + 1), asked.limit + 1);
  const shown = entries.slice(0, asked.limit);
  if (shown.length === 0) return { metrics: [], truncated: false };
  const days = new Map(shown.map((row) => [JSON.stringify([row[0], row.at(-1)]), row]));
  const lastDays = [...days.values()].map((row) => [String(row[0]), String(row.at(-1))] as const);
  const names = [...new Set(lastDays.map(([metric]) => metric))];
  // Entries of the last name that are not shown may come too.
  const rows = entries.length + ENTRIES_OF_A_NAME_MAX;
  const labels = byEntry(await read(labelsSql(question, names, limits), rows));
  const newest = byEntry(await read(newestSql(question, lastDays), rows));

  const metrics = shown.map((row): MetricEntry => {
    const [name, ...rest] = row;
    const definition = readDefinition(rest);
    const [description, series, services] = row.slice(ENTRY_COLUMNS);
    const time = newest.get(entryOf(row));
    const hasTemporality = definition.type !== 'gauge' && definition.type !== 'summary';
    return {
      name: String(name),
      type: definition.type,
      unit: definition.unit,
      description: String(description),
      temporality: hasTemporality ? definition.temporality : null,
      monotonic: definition.type === 'sum' ? definition.monotonic : null,
      series: Number(series),
      services: services as string[],
      labels: labelsOf(labels.get(entryOf(row))),
      newest: time === undefined ? null : new Date(Number(time)).toISOString(),
    };
  });
  return { metrics, truncated: entries.length > shown.length };
};
