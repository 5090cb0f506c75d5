/**
 * What it costs to take telemetry in: OTLP over HTTP into the store as it is shipped, durable, with all indexes and views,
 * beside the engine alone inserting the same rows from files, and beside the naive way, by objects and JSON.
 * `node bench/ingest/main.ts [requests] [rounds]`, 500 records a request.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRowBatch, ddl, decodeOtlp, rowStructure, TABLES, tableBatches } from '@clearspan/telemetry-store';
import { type Engine, openEngine } from '../executed/engine.ts';
import { restingCpuSeconds } from './cpu.ts';
import { naiveLines } from './naive.ts';
import { asProtobuf, jsonRequests, type Kind, RECORDS_PER_REQUEST } from './requests.ts';
import { startStore } from './store.ts';

const REQUESTS = Number(process.argv[2] ?? 400);
const ROUNDS = Number(process.argv[3] ?? 3);
const MILLION = 1_000_000;
/** Requests of one batch, as the store cuts them when it is busy. */
const REQUESTS_PER_BATCH = 80;

const dir = mkdtempSync(join(tmpdir(), 'ingest-'));
const records = REQUESTS * RECORDS_PER_REQUEST;

/** CPU seconds of work in this process, merging what it inserts included. */
const cpuOf = async (work: () => Promise<void>): Promise<number> => {
  const before = await restingCpuSeconds(process.pid);
  await work();
  return (await restingCpuSeconds(process.pid)) - before;
};

/** Settings of the store's own inserts. */
const settings = (token: string): string =>
  `SETTINGS insert_deduplication_token = '${token}', deduplicate_blocks_in_dependent_materialized_views = 1, max_insert_threads = 1`;

/** Files of rows, ready to be inserted. */
const prepare = (kind: Kind, bodies: readonly Uint8Array[]): readonly { table: 'spans' | 'logs'; file: string }[] => {
  const files: { table: 'spans' | 'logs'; file: string }[] = [];
  for (let from = 0; from < bodies.length; from += REQUESTS_PER_BATCH) {
    const batch = createRowBatch();
    for (const [at, body] of bodies.slice(from, from + REQUESTS_PER_BATCH).entries())
      decodeOtlp(kind, 'protobuf', body, batch, { receivedNanos: 0n, requestId: `prepared-${from + at}` });
    for (const { table, bytes } of tableBatches(batch)) {
      const file = join(dir, `${kind}-${from}.rows`);
      writeFileSync(file, bytes);
      files.push({ table: table as 'spans' | 'logs', file });
    }
  }
  return files;
};

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
const insertRows = async (
  engine: Engine,
  { table, file }: { table: 'spans' | 'logs'; file: string },
  token: string,
): Promise<void> => {
  const source = `file(${quoted(file)}, 'RowBinary', ${quoted(rowStructure(TABLES[table]))})`;
  await engine.run(`INSERT INTO otel.${table} SELECT * FROM ${source} ${settings(token)}`);
};
const insertLines = async (engine: Engine, bodies: readonly Uint8Array[], token: string): Promise<void> => {
  const file = join(dir, 'naive.json');
  writeFileSync(file, bodies.map(naiveLines).join('\n'), 'utf8');
  await engine.run(`INSERT INTO otel.spans (ts, duration, trace_id, span_id, parent_id, service, name, kind, status, resource, attrs, scope)
SELECT ts, duration, unhex(trace_id), unhex(span_id), unhex(parent_id), service, name, kind, status, resource, attrs, scope
FROM file(${quoted(file)}, 'JSONEachRow', 'ts DateTime64(9, \\'UTC\\'), duration UInt64, trace_id String, span_id String, parent_id String, service String, name String, kind UInt8, status UInt8, resource Map(String, String), attrs Map(String, String), scope String') ${settings(token)}`);
};

const insertNaively = async (
  engine: Engine,
  bodies: readonly Uint8Array[],
  requests: number,
  token: string,
): Promise<void> => {
  for (let from = 0; from < bodies.length; from += requests)
    await insertLines(engine, bodies.slice(from, from + requests), `${token}-${from}`);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const perMillion = (seconds: readonly number[]): number => (median(seconds) / records) * MILLION;

console.log(
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}; ${records} records, medians of ${ROUNDS} rounds`,
);
console.log('CPU-seconds for a million records');
const engine = openEngine(join(dir, 'engine'));
for (const statement of ddl({ retentionDays: null })) await engine.run(statement);
const store = await startStore(join(dir, 'data'));
try {
  for (const kind of ['traces', 'logs'] as const) {
    const bodies = jsonRequests(kind, REQUESTS, Date.now()).map((json) => asProtobuf(kind, json));
    const files = prepare(kind, bodies);
    const seconds = {
      store: [] as number[],
      json: [] as number[],
      rows: [] as number[],
      naive: [] as number[],
      naiveEach: [] as number[],
      wall: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round++) {
      const sent = await store.send(kind, REQUESTS, 'protobuf');
      seconds.store.push(sent.cpuSeconds);
      seconds.wall.push(sent.seconds);
      seconds.rows.push(
        await cpuOf(async () => {
          for (const [at, file] of files.entries()) await insertRows(engine, file, `${kind}-${round}-${at}`);
        }),
      );
      seconds.json.push((await store.send(kind, REQUESTS, 'json')).cpuSeconds);
      if (kind !== 'traces') continue;
      seconds.naive.push(await cpuOf(() => insertNaively(engine, bodies, REQUESTS_PER_BATCH, `naive-${round}`)));
      seconds.naiveEach.push(await cpuOf(() => insertNaively(engine, bodies, 1, `naive-each-${round}`)));
    }
    const [ours, rows] = [perMillion(seconds.store), perMillion(seconds.rows)];
    const bytes = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / records);
    console.log(`${kind}, ${bytes} bytes each as protobuf`);
    console.log(
      `  the store, protobuf       ${ours.toFixed(1)}, ${Math.round(records / median(seconds.wall)).toLocaleString('en')} a second`,
    );
    console.log(
      `  rows from files alone     ${rows.toFixed(1)}: the store takes ${(ours / rows).toFixed(2)} times as much`,
    );
    console.log(`  the store, JSON           ${perMillion(seconds.json).toFixed(1)}`);
    if (kind === 'traces') {
      const told = (name: string, naive: number): void =>
        console.log(`  ${name} ${naive.toFixed(1)}: ${(naive / ours).toFixed(2)} times the store`);
      told('objects and JSON, naive  ', perMillion(seconds.naive));
      // Whoever has no log of its own may answer a request once its rows are inserted, and not before.
      told('the same, each by itself ', perMillion(seconds.naiveEach));
    }
  }
} finally {
  await store.close();
  engine.close();
  rmSync(dir, { recursive: true, force: true });
}
