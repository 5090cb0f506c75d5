import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog, QueryResult } from '@clearspan/contracts';
import {
  appendLogLine,
  appendSpanLine,
  type CatalogLimits,
  createRowBatch,
  prepareQuery,
  readCatalog,
  runQuery,
  schemaOf,
  tableBatches,
  wireResult,
} from '@clearspan/telemetry-store';
import { openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { NOW_NANOS, type SeededLines } from './worlds/seeded.ts';

const CATALOG_LIMITS: CatalogLimits = {
  sampleRows: 50_000,
  fieldsMax: 500,
  valuesMax: 200,
  tokensMax: 100,
  templatesMax: 100,
  valueCharsMax: 120,
  shapesRows: 500,
  metricsMax: 1_000,
  ms: 30_000,
  memoryBytes: 500_000_000,
};
const QUERY_LIMITS = { ms: 20_000, memoryBytes: 500_000_000 };
const ROW_LIMITS = { rowsMax: 20_000, rowsDefault: 20_000 };

export type Ran =
  | { readonly ok: true; readonly result: QueryResult }
  | { readonly ok: false; readonly message: string };

/** A seeded world in an engine of its own: its catalog as the product reads it, and its answers. */
export interface OpenWorld {
  readonly catalog: Catalog;
  run(query: string): Promise<Ran>;
  close(): Promise<void>;
}

/** Everything that was loaded, for a question that names no time. */
const WINDOW = { fromNanos: NOW_NANOS - 30n * 86_400_000_000_000n, toNanos: NOW_NANOS };

export const openWorld = async (lines: SeededLines): Promise<OpenWorld> => {
  const path = await mkdtemp(join(tmpdir(), 'clearspan-eval-'));
  const store = await openEmbeddedStore({ path, retentionDays: null, memoryBytesMax: 800_000_000 });
  const batch = createRowBatch();
  const load = (texts: readonly string[], append: typeof appendLogLine): void => {
    for (const [index, text] of texts.entries()) {
      const appended = append(batch, text, index + 1, { nowNanos: NOW_NANOS, source: 'world' });
      if (!appended.ok) throw new Error(`line ${index + 1} of the world: ${appended.error.message}`);
    }
  };
  load(lines.logs, appendLogLine);
  load(lines.spans, appendSpanLine);
  for (const table of tableBatches(batch)) await store.insert(table, 'world');
  const catalog = await readCatalog(store, CATALOG_LIMITS, '2026-11-20T14:30:00Z');
  const schema = schemaOf(catalog);
  const run = async (text: string): Promise<Ran> => {
    const prepared = prepareQuery({ text, nowNanos: NOW_NANOS, timeRange: WINDOW, limit: null }, schema, ROW_LIMITS);
    if (!prepared.ok)
      return { ok: false, message: prepared.diagnostics.map((d) => `${d.code} ${d.message}`).join('; ') };
    try {
      return { ok: true, result: wireResult(await runQuery(store, prepared, QUERY_LIMITS), [], 0) };
    } catch (error) {
      return { ok: false, message: (error as Error).message };
    }
  };
  const close = async (): Promise<void> => {
    await store.close();
    await rm(path, { recursive: true, force: true });
  };
  return { catalog, run, close };
};
