import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { postJson, send, traceIdOf } from './payloads.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const DAY_MS = 86_400_000;
const KNOWN = 6;

let dir: string;
let data: string;
let target: string;
let system: RunningSystem | null = null;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "clearspan's backup-"));
  [data, target] = [join(dir, 'data'), join(dir, 'kept', 'monday')];
});
afterEach(async () => {
  await system?.stop();
  system = null;
  rmSync(dir, { recursive: true, force: true });
}, 30_000);

const QUERIES = [
  "source logs | filter $l.subsystemname == 'known' | countby $m.severity",
  "source logs | filter $l.subsystemname == 'known' | orderby $m.timestamp | limit 100",
  "source logs | filter $l.subsystemname == 'known' | groupby $d.logRecord.body.user.id aggregate count() as n | orderby n",
  "source spans | filter $l.serviceName == 'known' | orderby $m.timestamp, $d.spanID | limit 100",
  "source spans | filter $l.serviceName == 'known' | groupby $l.operationName aggregate sum($m.duration) as us | orderby us",
];

/** What every part of the system says that was told to it before the backup. */
const answersOf = async (at: RunningSystem, nowMs: number): Promise<readonly unknown[]> => {
  const time_range = { from: new Date(nowMs - 10 * DAY_MS).toISOString(), to: new Date(nowMs + 60_000).toISOString() };
  const rows = await Promise.all(
    QUERIES.map(async (query) => {
      const { rows: found } = (await postJson(`${at.storeUrl}/api/query`, { query, time_range })) as {
        rows: unknown[];
      };
      return found;
    }),
  );
  const urls = [`${at.storeUrl}/api/traces/${traceIdOf(3)}`, `${at.storageUrl}/feedback/stats`, `${at.queueUrl}/tasks`];
  return [...rows, ...(await Promise.all(urls.map(async (url) => (await fetch(url)).json())))];
};

/** Tables that no query reads, of a system that is stopped; and how many spans of noise there are, in each table. */
const tablesOf = async (dataDir: string): Promise<{ known: readonly unknown[]; noise: readonly number[] }> => {
  const store = await openEmbeddedStore({ path: join(dataDir, DATA_FILES.store), retentionDays: null });
  const rows = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
    (await store.query({ sql, limits: { ms: 10_000, memoryBytes: 200_000_000, rows: 1_000 } })).rows;
  try {
    return {
      known: [
        await rows(
          "SELECT * EXCEPT (services), arraySort(services) FROM otel.traces FINAL WHERE has(services, 'known') ORDER BY ALL",
        ),
        await rows("SELECT * FROM otel.metric_series FINAL WHERE service = 'known' ORDER BY ALL"),
        await rows(
          "SELECT * FROM otel.metric_points WHERE series IN (SELECT series FROM otel.metric_series WHERE service = 'known') ORDER BY ALL",
        ),
      ],
      noise: [
        await rows("SELECT count() FROM otel.spans WHERE service = 'noise'"),
        await rows("SELECT sum(spans) FROM otel.traces WHERE has(services, 'noise')"),
        await rows("SELECT sum(calls) FROM otel.red_1m WHERE service = 'noise'"),
      ].map((answer) => Number(answer[0]?.[0])),
    };
  } finally {
    await store.close();
  }
};

const addFeedback = (at: RunningSystem, comment: string): Promise<unknown> =>
  postJson(`${at.storageUrl}/feedback`, { user_input: 'x', generated_query: 'source logs', rating: 5, comment });

test('a backup taken while telemetry comes in answers like the system when it began', {
  timeout: 120_000,
}, async () => {
  const nowMs = Date.now();
  system = await startSystem(data);
  const first = system;
  for (let n = 0; n < KNOWN; n++) await send(first.otlpUrl, 'known', n + 1, nowMs - n * DAY_MS);
  await addFeedback(first, 'said before');
  const payload = { user_input: 'x', query: 'source logs', intent: 'list', intent_confidence: 1 };
  const rest = { validation: { is_valid: true, syntax_score: 1, complexity_score: 1 }, execution: null };
  const trace_id = traceIdOf(3);
  await postJson(`${first.queueUrl}/enqueue`, { type: 'process_query', payload: { ...payload, ...rest, trace_id } });
  const before = await answersOf(first, nowMs);

  let acknowledged = 0;
  let over = false;
  const noise = async (): Promise<void> => {
    while (!over) {
      await send(first.otlpUrl, 'noise', 1_000 + acknowledged, nowMs);
      acknowledged += 1;
    }
  };
  const noises = [noise(), noise()];
  while (acknowledged < 20) await new Promise((turn) => setImmediate(turn));
  const acknowledgedBefore = acknowledged;
  const taken = await runCli(['backup', 'kept/monday', '--data', data], { cwd: dir });
  over = true;
  await Promise.all(noises);
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(taken.stdout).toContain(`${target}: `);
  expect(readdirSync(target).sort()).toEqual(['manifest.json', 'records.db', 'tasks.db', 'telemetry']);
  expect(readdirSync(join(data, DATA_FILES.store, 'backups'))).toEqual([]);
  await addFeedback(first, 'said after');
  await first.stop();
  system = null;

  const other = join(dir, 'restored');
  const restored = await runCli(['restore', target, '--data', other]);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(other).sort()).toEqual(['records.db', 'tasks.db', 'telemetry']);
  system = await startSystem(other);
  expect(await answersOf(system, nowMs)).toEqual(before);
  await system.stop();
  system = null;

  const [original, copy] = [await tablesOf(data), await tablesOf(other)];
  expect(copy.known).toEqual(original.known);
  expect(copy.known.every((rows) => (rows as unknown[]).length >= KNOWN)).toBe(true);
  const [spans = 0] = copy.noise;
  expect(spans).toBeGreaterThanOrEqual(acknowledgedBefore * 2);
  expect(spans).toBeLessThanOrEqual(acknowledged * 2);
  expect(copy.noise).toEqual([spans, spans, spans]);
  expect(original.noise[0]).toBe(acknowledged * 2);
});
