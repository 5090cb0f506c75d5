import { interpret, readBundle } from '@clearspan/assistant';
import type { Bundle, BundleResult, Catalog, QueryResult, TimeRange } from '@clearspan/contracts';
import { otelStorage, writtenStorage } from '@clearspan/dataprime';
import {
  type CatalogLimits,
  prepareQuery,
  readCatalog,
  rfc3339Nanos,
  runQuery,
  wireDiagnostic,
  wireResult,
} from '@clearspan/telemetry-store';
import { type EmbeddedStore, openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import type { SourceChoice } from '../args/read-source.ts';
import { unreachable } from '../unreachable.ts';
import type { Call } from './call.ts';
import { engineFailure } from './engine-failure.ts';
import { ENGINE_BYTES_MAX, ROW_LIMITS, STATEMENT_BYTES_MAX } from './file-limits.ts';
import { fileSize } from './file-size.ts';
import { type LoadedFile, loadFiles } from './load-files.ts';
import { loadTable, type SourceTable } from './load-table.ts';
import { mapOfFiles } from './map-of-files.ts';
import type { Answer, Outcome, QueryAsk, QuerySource, QuestionAsk } from './query-source.ts';
import { sourceSchema } from './source-schema.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { traceOfFiles } from './trace-of-files.ts';

type FileChoice = Omit<Extract<SourceChoice, { readonly kind: 'files' }>, 'kind'>;

const MEGABYTE = 1024 * 1024;
const QUERY_LIMITS = { ms: 60_000, memoryBytes: STATEMENT_BYTES_MAX };

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
  memoryBytes: 500 * MEGABYTE,
};

const FILE_STORAGE = writtenStorage(otelStorage);

const nowNanos = (now: string | undefined): bigint =>
  now === undefined ? BigInt(Date.now()) * 1_000_000n : rfc3339Nanos(now);

/** From the oldest record to just after the newest: a file is asked as a whole where no time is named. */
const extent = (catalog: Catalog, now: bigint): { readonly fromNanos: bigint; readonly toNanos: bigint } => {
  const sets = [catalog.logs, catalog.spans];
  const times = sets.flatMap((set) => [set.oldest, set.newest].filter((t) => t !== null)).map((t) => rfc3339Nanos(t));
  const sorted = times.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first = now] = sorted;
  const last = sorted.at(-1) ?? now;
  return { fromNanos: first, toNanos: last + 1n };
};

/** The same as text, to the millisecond. */
const isoExtent = (catalog: Catalog, now: bigint): TimeRange => {
  const { fromNanos, toNanos } = extent(catalog, now);
  const iso = (nanos: bigint): string => new Date(Number(nanos / 1_000_000n)).toISOString();
  return { from: iso(fromNanos), to: iso(toNanos + 1_000_000n) };
};

interface Opened {
  readonly store: EmbeddedStore;
  readonly catalog: Catalog;
  readonly tables: readonly SourceTable[];
}

const runOn = async ({ store, catalog, tables }: Opened, ask: QueryAsk, call?: Call): Promise<Outcome<QueryResult>> => {
  const started = performance.now();
  const now = nowNanos(ask.now);
  const timeRange = ask.window
    ? { fromNanos: rfc3339Nanos(ask.window.from), toNanos: rfc3339Nanos(ask.window.to) }
    : extent(catalog, now);
  const input = {
    text: ask.query,
    nowNanos: now,
    timeRange,
    limit: ask.limit ?? null,
    parameters: ask.parameters ?? {},
  };
  const prepared = prepareQuery(input, sourceSchema(catalog, tables), ROW_LIMITS, () => FILE_STORAGE);
  if (!prepared.ok) {
    const errors = prepared.diagnostics.filter((d) => d.severity === 'error');
    const message = errors.map((d) => `${d.code}: ${d.message}`).join('; ');
    const diagnostics = prepared.diagnostics.map(wireDiagnostic);
    return { ok: false, failure: { kind: 'input', code: 'INVALID_QUERY', message, diagnostics } };
  }
  try {
    const ran = await runQuery(store, prepared, QUERY_LIMITS, call?.signal);
    return { ok: true, value: wireResult(ran, prepared.warnings, performance.now() - started) };
  } catch (error) {
    return { ok: false, failure: engineFailure(error) };
  }
};

/** The looks of a bundle one after the other: the engine of files has one thing to do at a time. */
const lookOn = async (
  opened: Opened,
  ask: QuestionAsk,
  bundle: Bundle | undefined,
  call: Call | undefined,
): Promise<Bundle | null> => {
  if (bundle === undefined || !ask.run) return bundle ?? null;
  const results: BundleResult[] = [];
  for (const { id, query } of bundle.parts) {
    const ran = await runOn(opened, { ...ask, query }, call);
    results.push(
      ran.ok ? { id, result: ran.value } : { id, error: { code: ran.failure.code, message: ran.failure.message } },
    );
  }
  return readBundle(bundle, results);
};

const answerOn = async (opened: Opened, ask: QuestionAsk, call?: Call): Promise<Answer> => {
  const reading = interpret(ask.question, {
    catalog: opened.catalog,
    nowNanos: nowNanos(ask.now),
    context: ask.context,
    ...(ask.window ? { window: ask.window } : {}),
    extent: isoExtent(opened.catalog, nowNanos(ask.now)),
  });
  switch (reading.kind) {
    case 'clarify':
      return {
        kind: 'clarify',
        message: reading.message,
        options: reading.options,
        bundle: await lookOn(opened, ask, reading.bundle, call),
      };
    case 'refuse':
      return { kind: 'refuse', message: reading.message, options: reading.examples, bundle: null };
    case 'answer': {
      const { query, interpretation, confidence, assumptions, ignored, alternatives } = reading;
      const outcome = ask.run ? await runOn(opened, { ...ask, query }, call) : null;
      const result = outcome?.ok ? outcome.value : null;
      const failure = outcome?.ok === false ? outcome.failure : null;
      const traceId = null;
      return {
        kind: 'answer',
        query,
        interpretation,
        confidence,
        assumptions,
        ignored,
        alternatives,
        result,
        failure,
        traceId,
      };
    }
    default:
      return unreachable(reading);
  }
};

/** Files in place: read once into an engine in a temporary directory, which goes when the source is closed. */
export const openFileSource = async (
  { logs, spans, tables }: FileChoice,
  onLoaded: (loaded: readonly LoadedFile[]) => void,
  onProgress: (bytesRead: number, bytesTotal: number) => void = () => undefined,
): Promise<QuerySource> => {
  const dir = await temporaryDirectory('clearspan-files-');
  let store: EmbeddedStore | null = null;
  try {
    store = await openEmbeddedStore({
      path: dir.path,
      retentionDays: null,
      tables: 'temporary',
      memoryBytesMax: ENGINE_BYTES_MAX,
    });
    const bytesTotal = [...logs, ...spans].reduce((sum, file) => sum + fileSize(file), 0);
    let bytesRead = 0;
    const onRead = (bytes: number): void => {
      bytesRead += bytes;
      onProgress(bytesRead, bytesTotal);
    };
    onLoaded(await loadFiles(store, { logs, spans, nowNanos: nowNanos(undefined), onRead }));
    const loadedTables: SourceTable[] = [];
    for (const table of tables) loadedTables.push(await loadTable(store, table, loadedTables.length));
    const catalog = await readCatalog(store, CATALOG_LIMITS, new Date().toISOString());
    const opened = { store, catalog, tables: loadedTables };
    const query: QuerySource['query'] = (ask, call) => runOn(opened, ask, call);
    return {
      tables: loadedTables,
      query,
      ask: async (ask, call) => ({ ok: true, value: await answerOn(opened, ask, call) }),
      catalog: async () => ({ ok: true, value: catalog }),
      trace: (id, call) => traceOfFiles(query, id, call),
      serviceMap: (window, call) => mapOfFiles(query, catalog.spans, window, call),
      close: async () => {
        await opened.store.close();
        await dir.remove();
      },
    };
  } catch (error) {
    await store?.close();
    await dir.remove();
    throw error;
  }
};
