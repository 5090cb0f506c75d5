/**
 * How long the store takes to answer what its pages ask, on twenty million log records and twenty million spans of one day.
 * `node bench/answers/main.ts <directory> [millions] [name of a question, or a part of it]`. The directory keeps the data
 * for the next run (about 7 GB). First each question is answered by what the service runs and by SQL by hand, in turns, on
 * one engine; then the service as it is shipped is started on the directory and asked over HTTP.
 */
import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { readCatalog } from '@clearspan/telemetry-store';
import { drainPending } from 'chdb';
import { createQueryRunner } from '../../services/telemetry-store/src/core/query/query-runner.ts';
import { CATALOG_LIMITS, ROW_LIMITS } from '../../services/telemetry-store/src/limits.ts';
import { DAY_SECONDS, END_SECONDS } from '../executed/data-sql.ts';
import { asStore, type Engine, openEngine } from '../executed/engine.ts';
import { fill } from '../executed/fill.ts';
import { compareAll } from './compare.ts';
import { machineLine } from './machine.ts';
import { merged } from './merged.ts';
import { type AnswerParts, QUESTIONS } from './questions.ts';
import { serve } from './serve.ts';
import { printSizes } from './sizes.ts';

const MILLION = 1_000_000;
const TRACES = 200;
const TO_MS = END_SECONDS * 1000;

/** Traces from all over the day. */
const traceIds = async (engine: Engine): Promise<readonly string[]> =>
  (
    await engine.rows(
      `SELECT lower(hex(trace_id)) FROM otel.traces WHERE cityHash64(trace_id) % 1000 = 7 ORDER BY cityHash64(trace_id) LIMIT ${TRACES}`,
    )
  ).map(([id]) => String(id));

const partsOf = async (engine: Engine): Promise<AnswerParts> => {
  const store = asStore(engine);
  const catalog = await readCatalog(store, { ...CATALOG_LIMITS, ms: 60_000 }, '');
  return {
    store,
    runner: createQueryRunner({
      store,
      ingest: { flushed: async () => {} },
      catalog: { get: async () => catalog, held: () => catalog },
      limits: { ...ROW_LIMITS, ms: 20_000, memoryBytes: 400 * 1024 * 1024, flushMs: 0 },
    }),
    traces: await traceIds(engine),
    hour: { fromMs: TO_MS - 3_600_000, toMs: TO_MS },
    day: { fromMs: TO_MS - DAY_SECONDS * 1000, toMs: TO_MS },
  };
};

const [dir, millions = '20', wanted = ''] = process.argv.slice(2);
if (dir === undefined) throw new Error('expected a directory for the data, found none');
const records = Number(millions) * MILLION;
const questions = QUESTIONS.filter(({ name }) => name.includes(wanted));

const engine = openEngine(dir, join(dir, DATA_FILES.store, 'engine'));
await fill(engine, records, records);
await merged(engine);
console.log(await machineLine(engine));
await printSizes(engine);
const parts = await partsOf(engine);
await compareAll(engine, parts, questions);
engine.close();
await drainPending();
await serve(dir, parts, questions);
